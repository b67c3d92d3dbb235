/** What many badges hold and take on one page: memory, what nobody looks at yet, and a large snapshot. */
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import type { HeldAnswer, SnapshotFile } from '../../src/source/snapshot-file.js';
import type { FigshareStats } from '../../src/elements/stats/figshare-stats.js';
import { startCdn, startPages, type Origin } from '../support/origins.js';
import { chromiumArgs, programs } from '../support/system.mjs';
import { taskDuration } from './measure.js';
import { totals } from './numbers.js';

const count = 1000;
const link = '<a href="https://figshare.com">On figshare</a>';

/** Badges, each of them for an item of its own. */
const kept = {
  'out of view': (item: number) => `<figshare-stats item="${item}"></figshare-stats>`,
  'out of view, with a link between its tags': (item: number) =>
    `<figshare-stats item="${item}">${link}</figshare-stats>`,
  loaded: (item: number) => `<figshare-stats item="${item}" loading="eager"></figshare-stats>`,
};
const sameItem = () => '<figshare-stats item="1" loading="eager"></figshare-stats>';

/** Of 1,000 badges on a page with a snapshot of 20 MB, milliseconds. */
export interface LargeSnapshot {
  parsing: number;
  /** Looking up and drawing, as far as the same task goes. */
  besides: number;
  /** The longest of the other tasks; those under 50 are not told. */
  longest: number;
  /** The longest task of the same page without our script. */
  page: number;
}

export interface Many {
  /** Kilobytes of each badge, of the JavaScript heap and of the DOM; and what of it is left when they are gone. */
  kept: Record<string, { heap: number; dom: number; left: number }[]>;
  /**
   * For 1,000 that come out of view, by the browser's profiler: milliseconds of our script, and of the page's layout, which
   * it asks for to learn where they are.
   */
  outOfView: { script: number; layout: number }[];
  /** Milliseconds of the main thread for 1,000: of one item, whose answer the page knows, and of as many of a snapshot. */
  same: number[];
  different: number[];
  snapshot: LargeSnapshot[];
}

export async function startMany() {
  const [pages, cdn, browser] = await Promise.all([
    startPages(),
    startCdn(),
    chromium.launch({ executablePath: programs.chromium, args: chromiumArgs }),
  ]);
  pages.put('/favicon.ico', '');
  pages.put('/four.json', JSON.stringify(snapshotOf(4 * count, 0)));
  pages.put('/large.json', JSON.stringify(snapshotOf(count, 19_800_000)));
  const told: Many = { kept: {}, outOfView: [], same: [], different: [], snapshot: [] };
  return {
    told,
    async measure(): Promise<void> {
      for (const [name, tag] of Object.entries(kept)) {
        (told.kept[name] ??= []).push(await within(browser, emptyPage(pages, cdn), memoryOf(tag)));
      }
      told.outOfView.push(await within(browser, emptyPage(pages, cdn), scriptOf(kept['out of view'])));
      told.same.push(await within(browser, emptyPage(pages, cdn), cpuOf(sameItem)));
      told.different.push(await within(browser, emptyPage(pages, cdn), cpuOf(kept.loaded)));
      const page = await within(browser, largePage(pages), longestTask);
      const tasks = await within(browser, largePage(pages, cdn), tasksOf);
      told.snapshot.push({ ...tasks, page });
    },
    async stop(): Promise<void> {
      await Promise.all([browser.close(), pages.close(), cdn.close()]);
    },
  };
}

/** Totals of so many items; a series of each, until the file is so large. */
function snapshotOf(items: number, bytes: number): SnapshotFile {
  const retrieved = '2026-01-01T00:00:00Z';
  const answers: Record<string, HeldAnswer> = {};
  for (let item = 1; item <= items; item++) answers[`/total/article/${item}`] = { retrieved, body: totals };
  const days = Array.from({ length: 2000 }, (_, day) => new Date(Date.UTC(2019, 0, 1 + day)));
  const timeline = Object.fromEntries(days.map((day, index) => [day.toISOString().slice(0, 10), index % 90]));
  const series = { retrieved, start: '2019-01-01', end: '2024-06-22', body: { timeline } };
  const size = JSON.stringify(series).length + 50;
  const room = bytes - JSON.stringify(answers).length;
  for (let item = 1; item * size < room; item++) answers[`/timeline/day/views/article/${item}`] = series;
  return { 'figshare-elements': 1, retrieved, answers };
}

const pageOf = (
  cdn: Origin | undefined,
  source: string,
  body: string,
  script = '',
) => `<!doctype html><html lang="en"><head>
  <meta charset="utf-8"><title>Many</title>${script}<meta name="figshare-source" content="${source}">
  ${cdn ? `<script type="module" src="${cdn.url}/figshare-stats.js"></script>` : ''}</head><body>${body}</body></html>`;

/** A screen of nothing, and a place for badges under it. */
function emptyPage(pages: Origin, cdn: Origin): string {
  const body = '<div style="height: 3000px"></div><div id="holder"></div>';
  return pages.put('/many.html', pageOf(cdn, '/four.json', body));
}

/** @param cdn - missing for the same page without our script */
function largePage(pages: Origin, cdn?: Origin): string {
  const watching = `<script>
    window.parsed = []; window.long = [];
    const parse = JSON.parse;
    JSON.parse = function (text) {
      const start = performance.now();
      const value = parse.apply(this, arguments);
      if (text.length > 1e6) parsed.push({ start, end: performance.now() });
      return value;
    };
    new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  </script>`;
  return pages.put('/large.html', pageOf(cdn, '/large.json', badges(kept.loaded), watching));
}

const badges = (tag: (item: number) => string) =>
  Array.from({ length: count }, (_, index) => `<p>Seen by ${tag(index + 1)}, so far.</p>`).join('');

async function within<Told>(
  browser: Browser,
  address: string,
  measured: (page: Page, client: CDPSession) => Promise<Told>,
): Promise<Told> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  try {
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address);
    return await measured(page, client);
  } finally {
    await page.close();
  }
}

/** Puts badges there until they are painted, and loaded if they are asked for. */
async function fill(page: Page, html: string): Promise<void> {
  await page.waitForFunction(() => customElements.get('figshare-stats'));
  await page.evaluate(async (html) => {
    const holder = document.querySelector('#holder')!;
    holder.innerHTML = html;
    const badges = [...holder.querySelectorAll<FigshareStats>('figshare-stats')];
    do {
      for (let frame = 0; frame < 3; frame++)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    } while (
      badges.some(
        ({ hasUpdated, loading, status }) => !hasUpdated || (loading === 'eager' && status !== 'ready'),
      )
    );
  }, html);
}

/** Beside as many elements that nobody has defined. The first ones warm up, and leave what stays on a page once. */
const memoryOf = (tag: (item: number) => string) => async (page: Page, client: CDPSession) => {
  const used = async () => {
    for (let time = 0; time < 3; time++) await client.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize } = (await client.send('Runtime.getHeapUsage')) as Usage;
    return { heap: usedSize, dom: embedderHeapUsedSize };
  };
  const all = badges(tag);
  for (const html of [all, '']) await fill(page, html);
  const before = await used();
  await fill(page, all.replaceAll('figshare-stats', 'figshare-none').replaceAll('loading=', 'data-loading='));
  const undefinedOnes = await used();
  await fill(page, all);
  const full = await used();
  await fill(page, '');
  const after = await used();
  const each = (bytes: number) => bytes / count / 1000;
  return {
    heap: each(full.heap - undefinedOnes.heap),
    dom: each(full.dom - undefinedOnes.dom),
    left: each(after.heap + after.dom - before.heap - before.dom),
  };
};

interface Usage {
  usedSize: number;
  embedderHeapUsedSize: number;
}

const scriptOf = (tag: (item: number) => string) => async (page: Page, client: CDPSession) => {
  for (const html of [badges(tag), '']) await fill(page, html);
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', { interval: 100 });
  await client.send('Profiler.start');
  await fill(page, badges(tag));
  const { profile } = await client.send('Profiler.stop');
  const names = new Map<number, string>();
  // What a frame of ours calls, the browser's own work among it, is in the tree under it.
  const visit = (id: number, isOurs: boolean): void => {
    const { callFrame, children = [] } = byId.get(id)!;
    const isOursToo = isOurs || callFrame.url.endsWith('figshare-stats.js');
    if (isOursToo) names.set(id, callFrame.functionName);
    for (const child of children) visit(child, isOursToo);
  };
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  visit(profile.nodes[0]!.id, false);
  const told = { script: 0, layout: 0 };
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const name = names.get(id);
    const milliseconds = (profile.timeDeltas?.[index + 1] ?? 0) / 1000;
    if (name !== undefined) told[name === 'getBoundingClientRect' ? 'layout' : 'script'] += milliseconds;
  }
  return told;
};

const cpuOf = (tag: (item: number) => string) => async (page: Page, client: CDPSession) => {
  await fill(page, tag(1));
  const before = await taskDuration(client);
  await fill(page, badges(tag));
  return (await taskDuration(client)) - before;
};

async function longestTask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
    return Math.max(0, ...(window as unknown as Watched).long.map(({ duration }) => duration));
  });
}

async function tasksOf(page: Page): Promise<Omit<LargeSnapshot, 'page'>> {
  await page.waitForFunction(
    () => ![...document.querySelectorAll('figshare-stats')].some(({ status }) => status !== 'ready'),
  );
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const { parsed, long } = window as unknown as Watched;
    const { start, end } = parsed[0]!;
    const own = long.find((task) => task.startTime <= start && end <= task.startTime + task.duration)!;
    const others = long.filter((task) => task !== own).map(({ duration }) => duration);
    return {
      parsing: end - start,
      besides: own.duration - (end - start),
      longest: Math.max(0, ...others),
    };
  });
}

interface Watched {
  parsed: { start: number; end: number }[];
  long: PerformanceEntry[];
}
