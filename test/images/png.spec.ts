/** PNG images, as the published relay draws them. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/format/words/words.js';
import { sourceAt } from '../../src/source/sources.js';
import { imageRoutes } from '../../src/relay/image-routes.js';
import { startStandIn, type StandIn, type World } from '../support/stand-in.js';

/** Not known to the compiler before the build. */
const published = 'figshare-elements/relay';
const { createRelay } = (await import(published)) as typeof import('../../src/relay.js');

let standIn: StandIn;
let world: World;
let worlds = 0;

test.beforeAll(async () => {
  standIn = await startStandIn();
});
test.afterAll(() => standIn.close());
test.beforeEach(() => {
  worlds += 1;
  world = standIn.world(`png-${worlds}`);
});

const startRelay = () => {
  const relay = createRelay({ upstream: world.url, perSecond: Infinity });
  return async (path: string) => relay.fetch(new Request(`http://relay.test${path}`));
};

async function sizeIn(reply: Response): Promise<[width: number, height: number]> {
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

async function sizeOfSvg(reply: Response): Promise<[width: number, height: number]> {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(await reply.text()) ?? [];
  return [Number(width), Number(height)];
}

for (const path of [
  '/badge/article/30000001',
  '/badge/ar/dark/article/30000001',
  '/sparkline/views+downloads/article/30000001',
]) {
  test(`draws ${path} as large as the SVG, or so many times as large`, async () => {
    const get = startRelay();
    const [width, height] = await sizeOfSvg(await get(`${path}.svg`));
    const png = await get(`${path}.png`);
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(png.headers.get('cache-control')).toBe('public, max-age=3600, s-maxage=3600');
    expect(png.headers.get('access-control-allow-origin')).toBe('*');
    expect(await sizeIn(png)).toEqual([width, height]);
    expect(await sizeIn(await get(`${path}.png?scale=3`))).toEqual([3 * width, 3 * height]);
    expect(await sizeIn(await get(`${path}.png?scale=1000`))).toEqual([width, height]);
  });
}

test('draws other numbers otherwise, and what is wrong in words', async () => {
  const get = startRelay();
  const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer()).toString('base64');
  const [one, other] = [await bytes('/badge/article/30000001.png'), await bytes('/badge/article/766364.png')];
  expect(one).not.toBe(other);
  expect(await bytes('/badge/article/30000001.png')).toBe(one);
  const wrong = await get('/badge/hugs/5.png');
  expect(wrong.status).toBe(200);
  expect(await sizeIn(wrong)).toEqual(await sizeOfSvg(await get('/badge/hugs/5.svg')));
  expect((await get('/badge/hugs/article/5.png')).status).toBe(404);
});

test('is answered by 501 where the program that draws cannot be had, and is tried again', async () => {
  let tries = 0;
  const app = imageRoutes(sourceAt([world.url]), {
    drawPng: async () => {
      tries += 1;
      throw new Error('no such file');
    },
  });
  for (let asked = 0; asked < 2; asked += 1)
    expect((await app.request('/badge/article/5.png')).status).toBe(501);
  expect(tries).toBe(2);
});

/** What a font has a glyph for: its cmap of format 4, https://learn.microsoft.com/typography/opentype/spec/cmap */
function charactersIn(file: string): Set<number> {
  const font = readFileSync(file);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const cmap = font.readUInt32BE(tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')! + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) =>
    font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const start = cmap + subtables.find((at) => font.readUInt16BE(cmap + at) === 4)!;
  const segments = font.readUInt16BE(start + 6) / 2;
  const known = new Set<number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const last = font.readUInt16BE(start + 14 + 2 * segment);
    const first = font.readUInt16BE(start + 16 + 2 * (segments + segment));
    for (let code = first; code <= last && code !== 0xffff; code += 1) known.add(code);
  }
  return known;
}

test('has a glyph for all that images say, in every language', async () => {
  const names = ['DejaVuSans', 'DejaVuSans-Bold', 'DroidSansFallback'];
  const [normal, bold, fallback] = names.map((name) => charactersIn(`src/images/fonts/${name}.ttf`));
  const texts: string[] = [];
  const drawn = async (retrieved: Date, path: string) => {
    const source = sourceAt([world.url]);
    const aged = {
      address: world.url,
      answer: async (...asked: Parameters<typeof source.answer>) => ({
        ...(await source.answer(...asked)),
        retrieved,
      }),
    };
    const svg = await (await imageRoutes(aged as typeof source).request(path)).text();
    for (const [, text] of svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)) texts.push(text!);
  };
  world.settings({ items: { 'article/5': { timeline: { views: null } } } });
  for (const language of [...languages, 'zh-TW', 'zh-HK']) {
    for (let month = 0; month < 12; month += 1)
      await drawn(new Date(Date.UTC(2020, month, 11 + month)), `/badge/article/1.svg?lang=${language}`);
    for (const path of [
      '/badge/compact/views+downloads+shares+citations/article/30000001.svg?',
      '/badge/article/0.svg?metrics=views&institution=nowhere',
      '/badge/views/article/5.svg?start=2020-01-01&end=2020-12-31',
      '/sparkline/views+downloads/article/30000001.svg?',
      '/sparkline/article/30000001.svg?granularity=day',
      '/sparkline/article/30000001.svg?granularity=year&cumulative',
      '/sparkline/article/5.svg?start=2020-01-01&end=2020-12-31',
    ])
      await drawn(new Date(), `${path}&lang=${language}`);
    world.faults([{ path: '/total/*', fault: '403', times: 9 }]);
    await drawn(new Date(), `/badge/article/7.svg?lang=${language}`);
    world.faults([]);
  }
  const missing = new Set(
    Array.from(texts.join('')).filter((character) => {
      const code = character.codePointAt(0)!;
      return !fallback!.has(code) && !(normal!.has(code) && bold!.has(code));
    }),
  );
  expect(texts.length).toBeGreaterThan(300);
  expect([...missing], 'cut the fonts again: src/images/fonts/README.md').toEqual([]);
});
