import type { Way } from './page/ways.js';

/** So many drawings, drawn in one way. */
export interface Case {
  way: Way;
  count: number;
}

/** What is drawn, and which plain DOM code draws the same. */
export const ways: Record<Way, { title: string; plain: Way }> = {
  stats: { title: '<figshare-stats>', plain: 'plainBadge' },
  handWritten: { title: 'hand-written custom element', plain: 'plainBadge' },
  plainBadge: { title: 'badge, plain DOM', plain: 'plainBadge' },
  timeline: { title: '<figshare-timeline>', plain: 'plainSparkline' },
  plainSparkline: { title: 'sparkline, plain DOM', plain: 'plainSparkline' },
  chartJs: { title: 'Chart.js canvas', plain: 'plainSparkline' },
  svgSparkline: { title: '<svg-sparkline>', plain: 'plainSparkline' },
};

const counts = [1, 100, 1000];

/** In the order in which they are measured and told: what is compared is measured one after the other. */
export const cases: Case[] = [
  ...counts.flatMap((count) => [
    ...both('stats', 'handWritten', count),
    { way: 'plainBadge', count } as const,
  ]),
  ...counts.flatMap((count) => both('timeline', 'plainSparkline', count)),
  ...both('chartJs', 'svgSparkline', 100),
];

export const caseName = ({ way, count }: Case) => `${count} ${way}`;

function both(one: Way, other: Way, count: number): Case[] {
  return [
    { way: one, count },
    { way: other, count },
  ];
}
