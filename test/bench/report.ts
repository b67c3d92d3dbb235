import { cpus } from 'node:os';
import { versions as lit } from './installed-versions.js';
import { caseName, cases, ways, type Case } from './cases.js';
import { contenderNames, contenders, type ContenderName } from './contenders.js';
import type { Loaded } from './loading.js';
import type { Many } from './many.js';
import { versions } from './peers.js';
import { faults, shapes } from './shapes.js';
import type { Weight } from './weights.js';
import type { RelayRounds } from './wrk.js';

export interface Results {
  rounds: number;
  browser: string;
  /** By file. */
  weights: Record<string, Weight>;
  /** Milliseconds of the main thread, by `caseName`. */
  drawings: Record<string, number[]>;
  /** By shape and contender. */
  pages: Record<string, Loaded[]>;
  /** By what is wrong and contender. */
  broken: Record<string, Loaded>;
  many: Many;
  relay: RelayRounds | undefined;
  /** Questions to the service in a day, by who asks. */
  spared: Record<string, number>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** `1.21 (1.15–1.30)`: of each round one ratio. */
function ratio(ones: readonly number[], others: readonly number[]): string {
  const all = ones.map((one, round) => one / others[round]!).filter(Number.isFinite);
  if (all.length === 0) return '–';
  return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)})`;
}

export function report(results: Results): string {
  const peers = Object.entries({ ...versions, ...lit }).map(([name, version]) => `${name} ${version}`);
  return `# Beside the others

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${results.rounds} rounds, interleaved, on
${cpus().length} × ${cpus()[0]?.model ?? 'a processor'}, Node ${process.version}, Chromium ${results.browser}; ${peers.join(', ')}.
A ratio is the median of one a round, with the least and the most. CPU is what the main thread worked
(\`TaskDuration\`, thread ticks).

## Who is ahead

${ahead(results)}

## A page with one badge on a slow line

1.6 Mbit/s, 150 ms (to the service, too), a CPU four times as slow, a service that takes 400 ms, nothing cached.

${pagesTable(results, 'slow', [
  ['first number, ms', ({ first }) => first],
  ['kB of scripts', ({ bytes }) => bytes / 1000, 1],
  ['questions', ({ requests }) => requests],
  ['CPU, ms', ({ cpu }) => cpu],
])}

## Files

${table(
  ['file', 'kB by gzip -9', 'kB by brotli'],
  Object.entries(results.weights)
    .toSorted(([, one], [, other]) => one.gzip - other.gzip)
    .map(([name, { gzip, brotli }]) => [name, (gzip / 1000).toFixed(1), (brotli / 1000).toFixed(1)]),
)}

${Object.entries({
  one: 'One badge in a sentence',
  twenty: '20 badges in sentences, 20 items',
  fives: '20 badges of five items each (who cannot add up shows 100)',
  hundred: '100 badges, 100 items',
  thousand: '1,000 badges, 1,000 items',
})
  .map(
    ([shape, title]) => `## ${title}

${pagesTable(results, shape as keyof typeof shapes, [
  ['last number, ms', ({ last }) => last],
  ['layout shift', ({ shift }) => shift, 3],
  ['questions', ({ requests }) => requests],
  ['CPU, ms', ({ cpu }) => cpu],
  ['JS heap, MB', ({ heap }) => heap / 1e6, 1],
  ['DOM nodes', ({ nodes }) => nodes],
])}`,
  )
  .join('\n\n')}

## When something is wrong

${Object.keys(faults)
  .map(
    (fault) => `### ${fault}

${table(
  ['who', 'the reader sees', 'questions', 'errors in the console'],
  contenderNames.map((name) => {
    const { text, requests, errors } = results.broken[`${fault} ${name}`]!;
    return [contenders[name].title, text.replaceAll('|', '/').slice(0, 120) || 'nothing', requests, errors];
  }),
)}`,
  )
  .join('\n\n')}

## Drawing alone

The answers are there; CPU until painted. The floors are plain DOM code that draws the same, and a hand-written element
that draws less.

${table(
  ['what', 'count', 'CPU, ms', 'to plain DOM'],
  cases.map((one) => [
    `\`${ways[one.way].title}\``,
    one.count,
    median(results.drawings[caseName(one)]!).toFixed(1),
    ratio(results.drawings[caseName(one)]!, plainOf(results, one)),
  ]),
)}

## A thousand badges of ours on one page

${manyPart(results.many)}

## The relay

${relayPart(results.relay)}

## What a relay spares the service

Questions to the service for 10,000 views a day of a page with 20 elements:

${table(['who asks', 'questions'], Object.entries(results.spared))}
`;
}

function plainOf({ drawings }: Results, one: Case): number[] {
  return drawings[caseName({ ...one, way: ways[one.way].plain })]!;
}

type Column = [title: string, value: (loaded: Loaded) => number | undefined, digits?: number];

function pagesTable({ pages }: Results, shape: keyof typeof shapes, columns: Column[]): string {
  const [[, main]] = columns as [Column];
  const valuesOf = (name: ContenderName, value: Column[1]) =>
    pages[`${shape} ${name}`]!.map((one) => value(one) ?? NaN);
  return table(
    ['who', ...columns.map(([title]) => title), 'to github-buttons'],
    contenderNames.map((name) => [
      contenders[name].title,
      ...columns.map(([, value, digits = 0]) => {
        const number = median(valuesOf(name, value));
        return Number.isNaN(number) ? 'never' : number.toFixed(digits);
      }),
      ratio(valuesOf(name, main), valuesOf('github', main)),
    ]),
  );
}

/** Of each comparison the best, whoever that is, among those who are no floor. */
function ahead({ pages }: Results): string {
  const told: [what: string, shape: keyof typeof shapes, value: Column[1]][] = [
    ['First number on a slow line', 'slow', ({ first }) => first],
    ['Bytes', 'slow', ({ bytes }) => bytes],
    ['Layout shift, one badge', 'one', ({ shift }) => shift],
    ['Layout shift, 20 badges', 'twenty', ({ shift }) => shift],
    ['All numbers of 20 badges', 'twenty', ({ last }) => last],
    ['20 badges of five items', 'fives', ({ last }) => last],
    ['CPU, 100 badges', 'hundred', ({ cpu }) => cpu],
    ['CPU, 1,000 badges', 'thousand', ({ cpu }) => cpu],
    ['JS heap, 1,000 badges', 'thousand', ({ heap }) => heap],
  ];
  return told
    .map(([what, shape, value]) => {
      const of = (name: ContenderName) =>
        median(pages[`${shape} ${name}`]!.map((one) => value(one) ?? Infinity));
      const rivals = (['stats', 'github', 'datacite'] as const).toSorted((one, other) => of(one) - of(other));
      const same = rivals.filter((name) => of(name) === of(rivals[0]!));
      return `- ${what}: ${same.map((name) => contenders[name].title).join(' and ')}.`;
    })
    .join('\n');
}

function manyPart({ kept, outOfView, same, different, snapshot }: Many): string {
  const middle = <One>(all: readonly One[], value: (one: One) => number) => median(all.map(value)).toFixed(1);
  const inAll = (value: (one: Many['snapshot'][number]) => number) => median(snapshot.map(value)).toFixed(0);
  const hundred = (value: (one: Many['outOfView'][number]) => number) =>
    (median(outOfView.map(value)) / 10).toFixed(1);
  const longest = median(snapshot.map((one) => one.longest));
  return `Memory beside an element that nobody has defined, after collecting garbage; \`loading="eager"\` where they are loaded.

${table(
  ['a badge', 'JS heap, kB', 'DOM, kB', 'together', 'left when it is gone'],
  Object.entries(kept).map(([name, all]) => [
    name,
    middle(all, ({ heap }) => heap),
    middle(all, ({ dom }) => dom),
    middle(all, ({ heap, dom }) => heap + dom),
    middle(all, ({ left }) => left),
  ]),
)}

- 100 that come out of view, by the browser's profiler: ${hundred(({ script }) => script)} ms of script, and ${hundred(({ layout }) => layout)} ms of
  layout, which the page would need without them, too.
- CPU of 1,000 of as many items, from a snapshot of 4,000 answers, to 1,000 of one item, whose answer the page knows:
  ${ratio(different, same)}.
- On a page with a snapshot of 20 MB: parsing takes ${inAll(({ parsing }) => parsing)} ms, looking up and drawing in the same task
  ${inAll(({ besides }) => besides)} ms; the longest other task ${longest > 0 ? `${longest.toFixed(0)} ms` : 'less than 50 ms'}. The page alone,
  without our script: ${inAll(({ page }) => page)} ms.`;
}

function relayPart(relay: RelayRounds | undefined): string {
  if (!relay) return '`wrk` is not installed.';
  const { bare, nginx, memory } = relay;
  const row = (title: string, loads: typeof bare, held?: [before: number, after: number]) => {
    const middle = (value: (load: (typeof bare)[number]) => number) => median(loads.map(value));
    return [
      title,
      middle(({ rate }) => rate).toFixed(0),
      ratio(
        loads.map(({ rate }) => rate),
        bare.map(({ rate }) => rate),
      ),
      middle(({ p50 }) => p50).toFixed(2),
      middle(({ p99 }) => p99).toFixed(2),
      middle(({ p50, p99 }) => p99 / p50).toFixed(1),
      held?.join(' → ') ?? '',
    ];
  };
  const requests = relay.relay.reduce((sum, load) => sum + load.requests, 0);
  return `A cached answer, its log line written to a file, 50 connections (wrk, on another core of the same machine),
${requests.toLocaleString('en')} requests to the relay. Node's own young generation grows while it is asked, the bare server's, too.

${table(
  ['server', 'requests/s', 'to bare', 'p50, ms', 'p99, ms', 'p99 to p50', 'memory, MB'],
  [
    row('bare node:http, same bytes and headers', bare, memory.bare),
    row('relay', relay.relay, memory.relay),
    ...(nginx.length > 0 ? [row('nginx before it, cached', nginx)] : []),
  ],
)}`;
}

function table(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
