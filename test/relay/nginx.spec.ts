/** The recipe that puts nginx in front of a relay. Without nginx on the machine, its text is looked at alone. */
import type { TestInfo } from '@playwright/test';
import { expect, postGroups, test, total } from './fixture.js';
import { hasNginx, recipe, startNginx } from './nginx.js';

/** The patterns of its locations, as far as JavaScript reads them like nginx. */
const locations = [...recipe.matchAll(/location ~ (\S+) \{/g)].map(([, pattern]) => new RegExp(pattern!));

test('passes on the paths of the relay and no others', () => {
  const isPassed = (path: string) => locations.some((location) => location.test(path));
  const passed = [
    total,
    '/monash/total/views/article/5',
    '/timeline/day/views/article/5',
    '/breakdown/total/views/article/5',
    '/top/views/article',
    '/count/articles',
    '/monash/count/articles',
    '/badge/article/5.svg',
    '/sparkline/article/5.svg',
    '/badge/dark/article/5.png',
    '/embed',
    '/embed/',
    '/embed/embed.js',
    '/oembed',
  ];
  for (const path of passed) expect(isPassed(path), path).toBe(true);
  for (const path of ['/', '/v2/articles', '/totals/5', '/a/b/total/views', '/monash/badge/article/5.svg']) {
    expect(isPassed(path), path).toBe(false);
  }
  expect(recipe).toContain('proxy_cache_use_stale error timeout');
  expect(recipe).not.toMatch(/proxy_pass http:\/\/[^;]*\$/); // never where a request says
});

/** Says so, where nginx is not on this machine. */
function isReduced({ annotations }: TestInfo): boolean {
  if (hasNginx) return false;
  const description = 'nginx is not installed: only the recipe’s text was tested';
  annotations.push({ type: 'reduced', description });
  console.log(description);
  return true;
}

test('answers from its cache, and goes on when the relay is gone', async ({ world, startRelay }, info) => {
  if (isReduced(info)) return;
  const relay = await startRelay({ lifetimes: { fresh: 1000, stale: 0 } });
  const { url, stop } = await startNginx(relay.url, info.outputPath('nginx'));
  try {
    const get = async (path: string) => {
      const response = await fetch(url + path);
      const { headers, status } = response;
      return { status, text: await response.text(), cache: headers.get('x-cache-status'), headers };
    };
    const numbers = '{"totals":46088}';
    expect(await get(total)).toMatchObject({ status: 200, text: numbers, cache: 'MISS' });
    const hit = await get(total);
    expect(hit).toMatchObject({ text: numbers, cache: 'HIT' });
    expect(hit.headers.get('access-control-allow-origin')).toBe('*');
    expect(relay.log).toHaveLength(1);

    expect(await (await postGroups(url, 327)).json()).toEqual({ 327: 20 });
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/v2/articles')).status).toBe(404);
    expect((await get('/total/views/article/x')).status).toBe(400);
    const held = await fetch(url + total, { headers: { 'if-none-match': hit.headers.get('etag')! } });
    expect(held.status).toBe(304);

    await relay.stop();
    await expect.poll(async () => (await get(total)).cache).toBe('STALE');
    expect(await get(total)).toMatchObject({ status: 200, text: numbers });
    expect((await get('/total/views/article/1')).status).toBe(502);
    expect(world.record().requests).toHaveLength(2);
  } finally {
    await stop();
  }
});

test('has a relay under a path of a site, whose pages and images tell that address', async ({
  startRelay,
}, info) => {
  if (isReduced(info)) return;
  const own = 'https://www.example.edu/figshare';
  expect(recipe).toContain(`--base-url ${own}`);
  const relay = await startRelay({ baseUrl: own, lifetimes: { fresh: 1000, stale: 0 } });
  const { url, stop } = await startNginx(relay.url, info.outputPath('nginx'), { isUnderPath: true });
  try {
    const get = async (path: string) => {
      const response = await fetch(url + path);
      return { status: response.status, text: await response.text(), headers: response.headers };
    };
    expect(await get(`/figshare${total}`)).toMatchObject({ status: 200, text: '{"totals":46088}' });
    expect((await get(`/figshare${total}`)).headers.get('x-cache-status')).toBe('HIT');
    expect((await get('/figshare/badge/article/766364.svg')).text).toContain('46,088');
    expect((await get('/figshare/embed/?element=stats&item=766364')).text).toContain(`${own}/oembed?`);
    const asked = encodeURIComponent(`${own}/embed/?element=stats&item=766364`);
    const { html } = JSON.parse((await get(`/figshare/oembed?url=${asked}`)).text) as { html: string };
    expect(html).toContain(`src="${own}/embed/?element=stats&amp;item=766364"`);
    expect((await get('/figshare/healthz')).status).toBe(200);
    expect((await get('/figshare/v2/articles')).status).toBe(404);
    expect((await get(total)).status).toBe(404);
    expect(await (await postGroups(`${url}/figshare`, 327)).json()).toEqual({ 327: 20 });
  } finally {
    await stop();
  }
});
