import { expect, fixture } from '@open-wc/testing';
import { Chart, type ChartData } from 'chart.js';
import { LineChart, type ChartDrawing } from '../../src/charts/chart.js';

const drawing: ChartDrawing = {
  dates: ['Sep 2026', 'Oct 2026', 'Nov 2026 so far'],
  ticks: [[0, 1, 2].map((index) => ({ index, lines: [`mark ${index}`] }))],
  series: [
    { values: [980, 990, 1000], describe: (value) => `${value} views`, isHidden: false },
    { values: [910, 920, 900], describe: (value) => `${value} downloads`, isHidden: false },
  ],
  isPartial: true,
  formatTick: (value) => `≈${value}`,
  look: {
    text: 'rgb(0, 0, 0)',
    muted: 'rgb(90, 90, 90)',
    surface: 'rgb(255, 255, 255)',
    border: 'rgb(200, 200, 200)',
    area: 'rgb(0 0 255 / 0.12)',
    tip: { surface: 'white', text: 'black' },
    lines: ['rgb(0, 0, 200)', 'rgb(200, 0, 0)', 'rgb(0, 0, 0)'],
    fontFamily: 'sans-serif',
    fontSize: 12,
  },
};

/** A chart as it is drawn, and what Chart.js knows of it. */
async function drawn(some: Partial<ChartDrawing> = {}) {
  const room = await fixture<HTMLElement>(
    '<div style="inline-size: 400px; block-size: 200px"><canvas></canvas></div>',
  );
  const canvas = room.querySelector('canvas')!;
  const chart = new LineChart(canvas, { ...drawing, ...some });
  return { chart, inside: Chart.getChart(canvas)! };
}

describe('LineChart', () => {
  it('begins its axis at zero, and labels it in the words of the reader', async () => {
    const { y } = (await drawn()).inside.scales;
    expect(y!.min).to.equal(0);
    expect(y!.max).to.be.at.least(1000);
    expect(y!.getTicks()[0]!.label).to.equal('≈0');
  });

  it('leaves out a line that is switched off, and scales by the others', async () => {
    const [views, downloads] = drawing.series as [(typeof drawing.series)[0], (typeof drawing.series)[0]];
    const few = { ...downloads, values: [1, 2, 3] };
    const { inside } = await drawn({ series: [{ ...views, isHidden: true }, few] });
    expect([0, 1].map((line) => inside.isDatasetVisible(line))).to.deep.equal([false, true]);
    expect(inside.scales['y']!.max).to.be.below(100);
  });

  it('tells lines apart by dashes and signs, not by colour alone', async () => {
    const { datasets } = (await drawn()).inside.data as ChartData<'line'>;
    const manners = datasets.map((line) => JSON.stringify([line.borderDash, line.pointStyle]));
    expect(new Set(manners).size).to.equal(2);
  });

  it('draws what goes on with a hollow end', async () => {
    const { inside } = await drawn();
    const last = inside.getDatasetMeta(0).data.at(-1)!;
    expect(last.options['backgroundColor']).to.equal(drawing.look.surface);
    const over = (await drawn({ isPartial: false })).inside.getDatasetMeta(0).data.at(-1)!;
    expect(over.options['backgroundColor']).to.equal(drawing.look.lines[0]);
  });

  it('reads all lines at a date, each value with its noun', async () => {
    const { chart, inside } = await drawn();
    chart.read(1);
    expect(inside.tooltip!.title).to.deep.equal(['Oct 2026']);
    expect(inside.tooltip!.body.flatMap(({ lines }) => lines)).to.deep.equal(['990 views', '920 downloads']);
    expect(chart.indexAt(inside.scales['x']!.getPixelForValue(2))).to.equal(2);
  });

  it('is gone when it is destroyed', async () => {
    const { chart, inside } = await drawn();
    chart.destroy();
    expect(Chart.getChart(inside.canvas)).to.equal(undefined);
  });
});
