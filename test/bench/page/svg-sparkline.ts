import '@chrisburnell/svg-sparkline';
import { sparklineBox } from '../../../src/charts/sparkline.js';
import { views } from '../numbers.js';
import type { Draw } from './ways.js';

const { width, height } = sparklineBox;
const values = views.map(({ value }) => value).join();

/** As its own documentation writes it. It draws at once, so all is there when it returns. */
export const svgSparkline: Draw = (holder, count) => {
  holder.innerHTML =
    `<svg-sparkline values="${values}" width="${width}" height="${height}"></svg-sparkline>`.repeat(count);
  return () => true;
};
