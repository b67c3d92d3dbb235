/**
 * How it looks: every variant in its states, on grounds of all kinds, compared with the pictures in demo/pictures. Who
 * changes the look looks through them: `npm run pictures` takes them anew.
 */
import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { startStandIn, type StandIn } from '../support/stand-in.js';
import { anyElement, askAll, expect, poll, test as base, type AnyElement, type World } from './fixtures.js';

const noon = new Date('2026-11-27T12:00:00Z');

const test = base.extend<object, { standIn: StandIn }>({
  standIn: [
    async ({}, use) => {
      const standIn = await startStandIn({ today: () => noon });
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],
});

/** Letters that are the same on every machine. */
const font = (file: string, weight: string) =>
  `@font-face { font-family: Sheet; font-weight: ${weight};
    src: url("data:font/ttf;base64,${readFileSync(`src/images/fonts/${file}`, 'base64')}") }`;
const fonts = font('DejaVuSans.ttf', 'normal') + font('DejaVuSans-Bold.ttf', 'bold');

interface Ground {
  html?: string;
  css: string;
  width?: number;
  media?: Parameters<Page['emulateMedia']>[0];
}

const grounds: Record<string, Ground> = {
  white: { css: 'background: #fff; color: #1c2126' },
  navy: { css: 'background: #0b2545; color: #eef2f6' },
  dark: { css: 'background: #14181c; color: #e6eaee; color-scheme: dark' },
  yellow: { css: 'background: #ffdf8a; color: #222' },
  narrow: { css: 'background: #fff; color: #1c2126', width: 320 },
  arabic: { css: 'background: #fff; color: #1c2126', html: 'lang="ar" dir="rtl"' },
  'forced-colors': { css: '', media: { forcedColors: 'active' } },
  print: { css: 'background: #fff; color: #1c2126', media: { media: 'print' } },
};

/** An item whose numbers come, never come, cannot be had, and could be had once. */
const states = { ready: '30000001', loading: '11', error: '12', stale: '13' };
const slow = 'source="https://slow.example.org"';

const inLine = [
  ['figshare-stats', ''],
  ['figshare-stats', 'metrics="views" compact'],
  ['figshare-stats', 'variant="text"'],
  ['figshare-timeline', ''],
  ['figshare-timeline', 'metrics="views downloads" variant="bars" granularity="year" start="2022-01-01"'],
  ['figshare-count', ''],
] as const;

const alone = [
  ['figshare-stats', 'variant="card" metrics="views downloads citations"'],
  ['figshare-timeline', 'variant="chart" metrics="views downloads"'],
  ['figshare-breakdown', 'limit="5"'],
  ['figshare-breakdown', 'variant="table" by="city" limit="3"'],
  ['figshare-breakdown', 'variant="map"'],
  ['figshare-top', 'of="group" limit="4"'],
] as const;

const element = (tag: string, attributes: string, state: string, content = '') =>
  `<${tag} data-state="${state}" ${attributes}>${content}</${tag}>`;

const itemOf = (tag: string, state: keyof typeof states) =>
  tag === 'figshare-top'
    ? ''
    : `item="${tag === 'figshare-count' && state === 'ready' ? 327 : states[state]}"`;

const sentences = inLine.map(([tag, look]) => {
  const all = (Object.keys(states) as (keyof typeof states)[]).map((state) => {
    const more = state === 'loading' ? slow : state === 'stale' ? 'remember' : '';
    return `${state} ${element(tag, `${itemOf(tag, state)} ${look} ${more}`, state)},`;
  });
  const offered = element(tag, `${itemOf(tag, 'ready')} ${look} loading="click"`, 'idle');
  return `<p>It is ${all.join(' ')} and offered ${offered}.</p>`;
});

const blocks = alone.flatMap(([tag, look]) => {
  const trend = look.includes('card')
    ? '<figshare-timeline slot="trend" item="30000001"></figshare-timeline>'
    : '';
  return [
    element(tag, `${itemOf(tag, 'ready')} ${look}`, 'ready', trend),
    element(tag, `${itemOf(tag, 'loading')} ${look} ${slow}`, 'loading'),
  ];
});

const withoutNumbers = [
  element('figshare-stats', 'item="12" variant="card"', 'error'),
  element('figshare-breakdown', 'item="12" limit="3"', 'error', '<a href="/data">The data</a>'),
  element('figshare-breakdown', 'item="30000001" limit="3" loading="click"', 'idle'),
  element('figshare-timeline', 'item="1" variant="chart"', 'empty'),
];

const sheet = `${sentences.join('\n')}
  <main>${[...blocks, ...withoutNumbers].map((html) => `<div>${html}</div>`).join('\n')}</main>`;

/** What the README shows. */
const front = `<p style="max-width: 40em">The atlas ${element('figshare-stats', 'item="766364"', 'ready')}, the pilot
  ${element('figshare-stats', 'item="30000001" metrics="views"', 'ready')}, and what came of it: views
  ${element('figshare-timeline', 'item="30000001"', 'ready')}. All sit on the line like words.</p>
  <main style="grid-template-columns: 1fr 1fr">
    ${element(
      'figshare-stats',
      'item="766364" variant="card" metrics="views downloads citations"',
      'ready',
      '<figshare-timeline slot="trend" item="30000001"></figshare-timeline>',
    )}
    ${element('figshare-breakdown', 'item="30000001" limit="4"', 'ready')}
    ${element('figshare-timeline', 'item="30000001" variant="chart" metrics="views downloads"', 'ready')}
    ${element('figshare-breakdown', 'item="30000001" variant="map"', 'ready')}
  </main>`;

test.use({ ownContext: true });

for (const [name, ground] of [
  ['light', 'white'],
  ['dark', 'dark'],
] as const) {
  test(`looks as the README shows it, ${name}`, async ({ page, show, world }) => {
    await page.setViewportSize({ width: 960, height: 600 });
    await prepare(page, world);
    await show(front, { head: headWith(grounds[ground]!.css) });
    await reached(page);
    await expect(page).toHaveScreenshot(`front-${name}.png`, { fullPage: true });
  });
}

for (const [name, { html = 'lang="en"', css, width = 1200, media }] of Object.entries(grounds)) {
  test(`looks on ${name} as in its picture`, async ({ page, show, world }) => {
    await page.setViewportSize({ width, height: 900 });
    if (media) await page.emulateMedia(media);
    world.settings({
      items: { 'article/13': { views: 1313, downloads: 130, from: '2024-01-01' } },
      groups: { 13: 13 },
    });
    const service = await prepare(page, world);
    const options = { head: headWith(css), html };
    const before = inLine.map(([tag, look]) => element(tag, `item="13" ${look} remember`, 'ready'));
    await show(before.join('\n'), options);
    await reached(page);
    service.isDown = true;
    await show(sheet, options);
    await reached(page);
    await expect(page).toHaveScreenshot(['looks', `${name}.png`], { fullPage: true });
  });
}

const headWith = (css: string) => `<style>${fonts}
    body { margin: 0; padding: 16px; font: 16px/1.6 Sheet; ${css} }
    main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 360px), 1fr)); gap: 24px }
  </style><meta name="figshare-source" content="https://stats.figshare.com">`;

/** The day does not change, and figshare answers by its own name: a port would be another one in each run. */
async function prepare(page: Page, world: World): Promise<{ isDown: boolean }> {
  const service = { isDown: false };
  await page.clock.setFixedTime(noon);
  await page.route('https://api.figshare.com/**', (route) => route.abort());
  await page.route('https://slow.example.org/**', () => undefined);
  await page.route('https://stats.figshare.com/**', (route) => answer(route, world, service.isDown));
  return service;
}

async function answer(route: Route, world: World, isDown: boolean): Promise<void> {
  const request = route.request();
  const { pathname, search } = new URL(request.url());
  const [, id] = /(?:\/|"id":)(\d+)(?!.*\d)/.exec(request.postData() ?? pathname) ?? [];
  if (id === states.error || (isDown && id === states.stale)) return route.abort();
  const { status, body } = await fetch(world.url + pathname + search, {
    method: request.method(),
    ...(request.postData() !== null && {
      body: request.postData(),
      headers: { 'content-type': 'application/json' },
    }),
  }).then(async (response) => ({ status: response.status, body: await response.text() }));
  await route.fulfill({
    status,
    body,
    contentType: 'application/json',
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
  });
}

/** Every element is in the state that it should be in, with its drawing, which a file brings that comes later. */
async function reached(page: Page): Promise<void> {
  await askAll(page);
  await page.evaluate(() => document.fonts.ready);
  await poll(() =>
    page.locator(anyElement).evaluateAll((all) =>
      (all as AnyElement[]).flatMap((one) => {
        const wanted = one.dataset['state'] ?? 'ready';
        if (one.status !== wanted) return `${one.outerHTML} is ${one.status}`;
        const root = one.shadowRoot!;
        // A chart's place is empty before its file is there, and a canvas has this width before anything is drawn on it.
        const isDrawn =
          !root.querySelector('.drawing:not(.ghost, :has(*))') &&
          root.querySelector('canvas')?.width !== 300 &&
          !(wanted === 'ready' && root.querySelector('.ghost'));
        return isDrawn ? [] : `${one.outerHTML} is not drawn`;
      }),
    ),
  ).toEqual([]);
}
