import type { FigshareStats } from '../../../src/elements/stats/figshare-stats.js';
import type { FigshareTimeline } from '../../../src/elements/timeline/figshare-timeline.js';
import { item } from '../numbers.js';
import type { Draw } from './ways.js';

/** Elements of the built file, as a script makes them. */
export const figshareElements =
  (tag: 'figshare-stats' | 'figshare-timeline', attributes: Record<string, string>): Draw =>
  (holder, count) => {
    const elements = Array.from({ length: count }, () => {
      const element: FigshareStats | FigshareTimeline = document.createElement(tag);
      for (const [name, value] of Object.entries({ item, loading: 'eager', ...attributes })) {
        element.setAttribute(name, value);
      }
      return element;
    });
    holder.append(...elements);
    return () =>
      elements.every(({ status }) => {
        if (status === 'error') throw new Error(`<${tag}> has no answer to draw`);
        return status === 'ready';
      });
  };
