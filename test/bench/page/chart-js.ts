import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import { sparklineBox } from '../../../src/charts/sparkline.js';
import { views } from '../numbers.js';
import type { Draw } from './ways.js';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale);

/** The line alone: no axis, no point, nothing that moves or listens. */
const lineChart = (): ChartConfiguration<'line', number[], string> => ({
  type: 'line',
  data: {
    labels: views.map(({ date }) => date),
    datasets: [
      { data: views.map(({ value }) => value), borderColor: '#1f5fbf', borderWidth: 1.5, pointRadius: 0 },
    ],
  },
  options: {
    animation: false,
    responsive: false,
    events: [],
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
    scales: { x: { display: false }, y: { display: false, beginAtZero: true } },
  },
});

/** It draws at once, so all is there when it returns. */
export const chartJs: Draw = (holder, count) => {
  const canvases = Array.from({ length: count }, () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, sparklineBox);
    return canvas;
  });
  holder.append(...canvases);
  for (const canvas of canvases) new Chart(canvas, lineChart());
  return () => true;
};
