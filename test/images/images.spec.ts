/** Images as a relay draws them, read by a real XML parser and measured by a real browser: Chromium's. */
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { baseStyles } from '../../src/elements/styles.js';
import { timelineStyles } from '../../src/elements/timeline/styles.js';
import { dayOf } from '../../src/figshare/period.js';
import { timelineQuestion } from '../../src/figshare/timeline.js';
import { summaryOf } from '../../src/format/timeline-text.js';
import { languages } from '../../src/format/words/words.js';
import { readerOf } from '../../src/images/image.js';
import { createRelay } from '../../src/relay/app.js';
import { imageRoutes } from '../../src/relay/image-routes.js';
import { escaped, palette, pill, type ImageStyle } from '../../src/images/pill.js';
import { sourceAt } from '../../src/source/sources.js';
import type { Source } from '../../src/source/source.js';
import fc from '../support/fast-check.js';
import { startStandIn, type StandIn, type World } from '../support/stand-in.js';
import { chromiumArgs, programs } from '../support/system.mjs';

let standIn: StandIn;
let browser: Browser;
let page: Page;
let world: World;
let worlds = 0;

test.beforeAll(async () => {
  standIn = await startStandIn();
  browser = await chromium.launch({ executablePath: programs.chromium, args: chromiumArgs });
  page = await browser.newPage();
});
test.afterAll(async () => {
  await browser.close();
  await standIn.close();
});
test.beforeEach(() => {
  worlds += 1;
  world = standIn.world(`images-${worlds}`);
});

const get = (path: string, source: Source = sourceAt([world.url]), init?: RequestInit) =>
  imageRoutes(source).request(path, init);

/** What a browser finds in an image. */
interface Seen {
  title: string;
  name: string;
  width: number;
  texts: { text: string; isStrong: boolean; given: number; measured: number }[];
  /** Of all elements. */
  names: string[];
  colours: string[];
  addresses: string[];
  /** What reaches over an edge. */
  outside: string[];
  /** What lies over its neighbour. */
  overlaps: string[];
}

async function see(svg: string): Promise<Seen> {
  return page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const fault = parsed.querySelector('parsererror');
    if (fault) throw new Error(`not well-formed: ${fault.textContent}\n${svg}`);
    document.body.replaceChildren(document.importNode(parsed.documentElement, true));
    const root = document.querySelector('svg')!;
    const all = [...root.querySelectorAll('*')];
    const edge = root.getBoundingClientRect();
    const shapes = [...root.querySelectorAll<SVGGraphicsElement>('rect, path, text')];
    const outside = shapes
      .filter((shape) => {
        const { left, right, top, bottom, width } = shape.getBoundingClientRect();
        const isOver = left < edge.left - 0.01 || right > edge.right + 0.01;
        return width > 0 && (isOver || top < edge.top - 0.01 || bottom > edge.bottom + 0.01);
      })
      .map((shape) => shape.outerHTML);
    const boxes = [...root.querySelectorAll('svg > g > *')].map((one) => one.getBoundingClientRect());
    const overlaps = boxes
      .filter((one, index) =>
        boxes.slice(index + 1).some((other) => one.left < other.right - 0.5 && other.left < one.right - 0.5),
      )
      .map(({ left, right }) => `${left} to ${right}`);
    const texts = [...root.querySelectorAll('text')].map((text) => {
      const given = Number(text.getAttribute('textLength'));
      text.removeAttribute('textLength');
      const measured = text.getComputedTextLength();
      return { text: text.textContent, isStrong: text.hasAttribute('font-weight'), given, measured };
    });
    const valuesOf = (...names: string[]) =>
      all.flatMap((one) => names.map((name) => one.getAttribute(name)).filter((value) => value !== null));
    return {
      title: root.querySelector('title')!.textContent,
      name: root.getAttribute('role') === 'img' ? root.getAttribute('aria-label')! : '',
      width: Number(root.getAttribute('width')),
      texts,
      names: [...new Set(all.map(({ nodeName }) => nodeName))].sort(),
      colours: [...new Set(valuesOf('fill', 'stroke'))],
      addresses: valuesOf('href', 'src', 'style').concat(svg.match(/\w+:\/\/[^"]*/g) ?? []),
      outside,
      overlaps,
    };
  }, svg);
}

async function seeAt(path: string, source?: Source): Promise<Seen> {
  const reply = await get(path, source);
  expect(reply.status).toBe(200);
  return see(await reply.text());
}

const wordsOf = ({ texts }: Seen) => texts.map(({ text }) => text);

/** What every image keeps to. */
function expectSound(seen: Seen) {
  expect(seen.title).not.toBe('');
  expect(seen.name).toBe(seen.title);
  expect(seen.outside).toEqual([]);
  expect(seen.overlaps).toEqual([]);
  expect(seen.addresses).toEqual(['http://www.w3.org/2000/svg']);
  for (const name of seen.names) expect(['desc', 'g', 'path', 'rect', 'text', 'title']).toContain(name);
}

test('draws exact numbers with their names', async () => {
  const reply = await get('/badge/article/30000001.svg');
  const svg = await reply.text();
  const seen = await see(svg);
  expectSound(seen);
  expect(wordsOf(seen)).toEqual(['18,734', 'views', '4,211', 'downloads']);
  expect(seen.title).toBe('18,734 views and 4,211 downloads');
  expect(svg).toContain('figshare raw counts, all versions · as of ');
});

test('draws the metrics that are asked for, short if that is asked for, and says them in full', async () => {
  const seen = await seeAt('/badge/article/30000001.svg?metrics=citations%20views&compact');
  expect(wordsOf(seen)).toEqual(['23', 'citations', '18K', 'views']);
  expect(seen.title).toBe('23 citations and 18,734 views');
  expect(wordsOf(await seeAt('/badge/article/30000001.svg?metrics=views&compact=false'))[0]).toBe('18,734');
});

test('takes options in the path as well as behind the question mark', async () => {
  const pairs = [
    ['dark/', 'theme=dark'],
    ['light/compact/', 'theme=light&compact'],
    ['de/downloads+views/', 'lang=de&metrics=downloads+views'],
    ['views%2Bshares/pt-PT/dark/', 'metrics=views+shares&lang=pt-PT&theme=dark'],
    ['zh-Hant/compact/citations/dark/', 'lang=zh-Hant&compact&metrics=citations&theme=dark'],
  ] as const;
  for (const [path, query] of pairs) {
    const inPath = await (await get(`/badge/${path}article/30000001.svg`)).text();
    expect(inPath, path).toBe(await (await get(`/badge/article/30000001.svg?${query}`)).text());
    expect(inPath).toContain('<text');
  }
  const line = await (await get('/sparkline/compact/fr/views+downloads/article/30000001.svg')).text();
  const query = 'compact&lang=fr&metrics=views+downloads';
  expect(line).toBe(await (await get(`/sparkline/article/30000001.svg?${query}`)).text());
  const both = await (await get('/badge/dark/article/30000001.svg?start=2015-01-01')).text();
  expect(both).toContain(palette.surface[1]);
});

test('has no such path where an option is none, and says so where one is given twice', async () => {
  const unknown = ['hugs', 'views+hugs', 'tlh', 'de_x', 'compact=1', 'article', '__proto__', '%ff', '766364'];
  for (const option of unknown) {
    const reply = await get(`/badge/${option}/article/5.svg`);
    expect(reply.status, option).toBe(404);
    expect(await reply.json()).toMatchObject({ code: 'NotFound' });
  }
  for (const path of ['/badge/dark/light/article/5.svg', '/badge/dark/article/5.svg?theme=light'])
    expect(wordsOf(await seeAt(path))[0]).toContain('theme must be given once');
  expect(world.record().requests).toEqual([]);
});

test('draws what a period holds', async () => {
  world.settings({ items: { 'article/5': { timeline: { views: { '2015-06-01': 6, '2016-06-01': 7 } } } } });
  const path = '/badge/article/5.svg?metrics=views&start=2015-01-01&end=2015-12-31';
  expect(wordsOf(await seeAt(path))).toEqual(['6', 'views']);
});

test('names a sparkline by the sentence that elements say', async () => {
  const views = { '2023-01-01': 5, '2023-02-10': 70, '2023-03-01': 20, '2023-04-30': 30 };
  world.settings({ items: { 'article/5': { timeline: { views } } } });
  const seen = await seeAt('/sparkline/article/5.svg?start=2023-01-01&end=2023-04-30');
  const question = timelineQuestion({ item: 5, start: '2023-01-01', end: '2023-04-30' }, dayOf(new Date()));
  const series = [5, 70, 20, 30].map((value, index) => ({ date: `2023-0${index + 1}`, value }));
  expect(seen.title).toBe(summaryOf([['views', series]], question, readerOf('en'), false));
  expect(wordsOf(seen)).toEqual(['125', 'views', 'in 4 months']);
  const total = await seeAt('/sparkline/article/5.svg?start=2023-01-01&end=2023-04-30&cumulative');
  expect(wordsOf(total)).toEqual(['125', 'views', 'counted from 0 on Jan 1, 2023']);
});

for (const language of languages) {
  test(`speaks ${language}, and takes as much room as the words do`, async () => {
    const query = `lang=${language}&metrics=views+downloads+shares`;
    const seen = [
      await seeAt(`/badge/article/30000001.svg?${query}`),
      await seeAt(`/badge/article/1.svg?${query}`),
      await seeAt(`/badge/article/1.svg?${query}&start=2020-01-01`),
      await seeAt(`/sparkline/article/30000001.svg?${query}`),
      await seeAt(`/sparkline/article/30000001.svg?${query}&cumulative&granularity=day`),
    ];
    seen.forEach(expectSound);
    // Without a font for them there is nothing to measure.
    if (/zh|ja/.test(language)) return;
    for (const { text, given, measured } of seen.flatMap(({ texts }) => texts)) {
      if (text === '–') continue; // wider in Verdana than in the fonts of this machine
      const tolerance = 1 + measured * (/\p{Script=Arabic}/u.test(text) ? 0.25 : 0.03);
      expect(Math.abs(given - measured), `${text}: ${given}, not ${measured}`).toBeLessThan(tolerance);
    }
  });
}

test('lies from right to left in Arabic', async () => {
  const svg = await (await get('/badge/article/30000001.svg?lang=ar&metrics=views')).text();
  expect(svg).toContain('direction="rtl"');
  const xs = [...svg.matchAll(/<text x="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(xs).toHaveLength(2);
  expect(xs[0]).toBeGreaterThan(xs[1]!); // the number, then its name
});

test('falls back to English, and to light, where nobody knows what is meant', async () => {
  for (const query of ['lang=tlh', 'lang=%00', 'lang=', 'lang=en_GB', 'theme=pink', 'theme=__proto__']) {
    expect(wordsOf(await seeAt(`/badge/article/30000001.svg?${query}`)), query).toContain('views');
  }
});

test('has the colours of the elements, in light and in dark', async () => {
  for (const [index, theme] of ['light', 'dark'].entries()) {
    const known = ['none', ...Object.values(palette).map((colors) => colors[index]!)];
    const query = `?theme=${theme}&metrics=views+downloads+shares`;
    for (const path of [`/badge/article/30000001.svg${query}`, `/sparkline/article/30000001.svg${query}`]) {
      const seen = await seeAt(path);
      for (const colour of seen.colours) expect(known).toContain(colour);
      expect(seen.colours).toContain(palette.surface[index]);
    }
  }
  // An image has a surface of its own, and so its own text: marks alone look as in the elements.
  for (const colors of [palette.accent, palette.accent2])
    expect(baseStyles.cssText + timelineStyles.cssText).toContain(`light-dark(${colors.join(', ')})`);
});

const badly = [
  ['/badge/thing/5.svg', 'not a figshare item'],
  ['/badge/__proto__/5.svg', 'not a figshare item'],
  ['/badge/article/0.svg', 'not a figshare item'],
  ['/badge/article/007.svg', 'not a figshare item'],
  ['/badge/article/5%20article%2F6.svg', 'not a figshare item'],
  ['/badge/article/5%2F..%2F6.svg', 'not a figshare item'],
  ['/badge/10.1098/sample.2021.7.svg', 'not a figshare item'],
  ['/badge/article/%3Cscript%3Ealert(1)%3C%2Fscript%3E.svg', 'not a figshare item'],
  ['/badge/article/%00%0a%ff.svg', 'not a figshare item'],
  ['/sparkline/article/99999999999999999999.svg', 'not a figshare item'],
  ['/badge/article/5.svg?metrics=%3Cscript%3E', 'metrics must be some of'],
  ['/badge/article/5.svg?metrics=', 'metrics must be some of'],
  ['/badge/author/5.svg?metrics=citations', 'metrics must be'],
  ['/sparkline/article/5.svg?metrics=citations', 'metrics must be'],
  ['/sparkline/article/5.svg?granularity=week', 'granularity must be one of'],
  ['/sparkline/article/5.svg?start=2025-02-30', 'start must be a date'],
  ['/badge/article/5.svg?start=9999-01-01', 'start must be a day until today'],
  ['/badge/article/5.svg?institution=../x', 'institution must be'],
  ['/badge/article/5.svg?theme=dark&theme=light', 'theme must be given once'],
  ['/badge/article/5.svg?granularity=day', '"granularity" is none of'],
  ['/badge/article/5.svg?__proto__=1', '"__proto__" is none of'],
  ['/badge/article/5.svg?%22%3E%3Cscript%3Ealert(1)%3C/script%3E', '""><script>alert(1'],
  ['/badge/article/5.svg?%EF%BF%BE%00%E2%80%AE%F0%9F%98%80=1', 'is none of'],
  [`/badge/article/5.svg?${'x'.repeat(1000)}`, '"xxxxxxxxxxxxxxxxxxx…" is none of'],
] as const;

for (const [path, said] of badly) {
  test(`says what is wrong with ${path.slice(0, 70)}, and asks nobody`, async () => {
    const reply = await get(`${path}${path.includes('?') ? '&' : '?'}lang=fr`);
    expect(reply.status).toBe(200);
    expect(maxAgeOf(reply)).toBeLessThanOrEqual(60);
    const seen = await see(await reply.text());
    expectSound(seen);
    expect(wordsOf(seen)).toHaveLength(1);
    expect(wordsOf(seen)[0]).toContain(said);
    expect(world.record().requests).toEqual([]);
  });
}

test('leaves other paths alone', async () => {
  for (const path of ['/badge/article/5.jpg', '/badge/article/5', '/badge/5.svg', '/image/article/5.svg']) {
    expect((await get(path)).status, path).toBe(404);
  }
});

test('keeps any text within its element', async () => {
  const style: ImageStyle = { reader: readerOf('en'), theme: 'light', isCompact: false };
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), 300);
  texts.push(']]>', '--><!--', '&amp;', '\u202e\u2066', '\ud800', '\ufffe', '"\'<>&', '<title>');
  const images = texts.map((text) => pill([[{ text }]], text, text, style));
  const read = await page.evaluate(
    (images) =>
      images.map((svg) => {
        const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
        return [root.querySelectorAll('parsererror').length, root.querySelector('text')?.textContent];
      }),
    images,
  );
  expect(read).toEqual(
    texts.map((text) => [
      0,
      text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, '\ufffd'),
    ]),
  );
  expect(escaped('a & b')).toBe('a &#38; b');
});

test('tells zero, no events, not known and out of date apart', async () => {
  const aged: Source = {
    address: world.url,
    answer: async (...asked) => ({
      ...(await sourceAt([world.url]).answer(...asked)),
      retrieved: new Date('2024-11-18T12:00:00Z'),
    }),
  };
  const since = 'start=2020-01-01&end=2020-12-31';
  world.settings({ items: { 'article/5': { timeline: { views: null } } } });
  for (const [path, source, words] of [
    ['/badge/article/1.svg?metrics=views', undefined, ['0', 'views']],
    [`/badge/article/5.svg?metrics=views&${since}`, undefined, ['no views in this period']],
    [`/sparkline/article/5.svg?${since}`, undefined, ['no views in this period']],
    ['/badge/article/1.svg?metrics=views', aged, ['0', 'views', 'as of Nov 18, 2024']],
    [
      `/sparkline/article/24852405.svg?${since}`,
      aged,
      [expect.any(String), 'views', 'in 12 months', 'as of Nov 18, 2024'],
    ],
  ] as const) {
    const seen = await seeAt(path, source);
    expectSound(seen);
    expect(wordsOf(seen)).toEqual(words);
  }

  world.faults([{ path: '/*', fault: '403' }]);
  const badge = await seeAt('/badge/article/7.svg');
  expectSound(badge);
  expect(wordsOf(badge)).toEqual(['–', 'views', '–', 'downloads', 'not known']);
  expect(badge.title).toBe('views and downloads: not known');
  const line = await seeAt('/sparkline/article/7.svg?lang=de');
  expectSound(line);
  expect(wordsOf(line)).toEqual(['–', 'Aufrufe', 'nicht bekannt']);
});

test('is kept by image proxies for an hour, and for a minute where it is no good', async () => {
  const relay = createRelay({ upstream: world.url });
  const get = async (path: string, init?: RequestInit) =>
    relay.fetch(new Request(`http://relay.test${path}`, init));
  const good = await get('/badge/article/766364.svg');
  expect(Object.fromEntries(good.headers)).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'public, max-age=3600, s-maxage=3600',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
    etag: expect.stringMatching(/^"\w+"$/),
  });
  const tag = good.headers.get('etag')!;
  const again = await get('/badge/article/766364.svg', { headers: { 'if-none-match': tag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  expect(again.headers.get('etag')).toBe(tag);
  expect(again.headers.get('cache-control')).toBe(good.headers.get('cache-control'));
  const dark = await get('/badge/article/766364.svg?theme=dark', {
    headers: { 'if-none-match': tag },
  });
  expect(dark.status).toBe(200);
  const head = await get('/badge/article/766364.svg', { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);

  world.faults([{ path: '/*', fault: '403' }]);
  const bad = await get('/badge/article/7.svg');
  expect([bad.status, maxAgeOf(bad)]).toEqual([200, 60]);
});

test('does not wait longer than image proxies do', async () => {
  world.faults([{ path: '/*', fault: 'hang' }]);
  const reply = await imageRoutes(sourceAt([world.url]), { maxWait: 200 }).request(
    '/badge/article/766364.svg',
  );
  expect(wordsOf(await see(await reply.text()))).toContain('not known');
  await world.wait({ aborted: 1 });
});

const days = (count: number, value: (index: number) => number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      dayOf(new Date(Date.UTC(2013, 0, 1 + index))),
      value(index),
    ]),
  );

const shapes: [string, number, Record<string, number> | null, string][] = [
  ['no', 30, null, 'no views in this period'],
  ['one', 1, days(1, () => 7), '7'],
  ['two', 2, days(2, (index) => index + 1), '3'],
  ['equal', 30, days(30, () => 12), '360'],
  ['zero', 30, days(30, () => 0), '0'],
  ['huge', 30, days(30, (index) => (index === 29 ? 2 ** 50 : 1)), '1,125,899,906,842,653'],
  ['4000', 4000, days(4000, (index) => (index * 7919) % 101), '199,967'],
];

for (const [name, count, views, value] of shapes) {
  test(`draws a series of ${name} points inside its box`, async () => {
    world.settings({ items: { 'article/5': { timeline: { views } } } });
    const end = dayOf(new Date(Date.UTC(2013, 0, count)));
    const path = `/sparkline/article/5.svg?granularity=day&start=2013-01-01&end=${end}`;
    const svg = await (await get(path)).text();
    const seen = await see(svg);
    expectSound(seen);
    expect(wordsOf(seen)[0]).toBe(value);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null|e\+/);
    expect(svg.length).toBeLessThan(8000);
  });
}

test('draws a month that goes on dotted, with a hollow end', async () => {
  const drawn = async (query: string) =>
    (await get(`/sparkline/article/30000001.svg?theme=light${query}`)).text();
  const [open, whole] = [await drawn(''), await drawn('&start=2025-01-01&end=2025-06-30')];
  expect(open).toContain('stroke-dasharray=".5 2.5"');
  expect(open).toContain(`fill="${palette.surface[0]}" stroke="${palette.accent[0]}"`);
  expect(whole).not.toContain('stroke-dasharray');
  expect(whole).toContain(`fill="${palette.accent[0]}" stroke="${palette.accent[0]}"`);
});

test('tells several lines apart by more than colour', async () => {
  const svg = await (await get('/sparkline/article/30000001.svg?metrics=views+downloads')).text();
  expect(svg.match(/stroke-dasharray="5 3"/g)).toHaveLength(2); // the line and its key
});

function maxAgeOf(reply: Response): number {
  return Number(/max-age=(\d+)/.exec(reply.headers.get('cache-control') ?? '')?.[1]);
}
