/** The published relay in workerd, the runtime of Cloudflare Workers. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Miniflare } from 'miniflare';
import { expect, test, total } from './fixture.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
/** What a worker loads, the entry first. */
const scripts = ['relay/worker.js', 'relay/app.js', 'images/verdana.js', 'images/png.js'].map((path) => ({
  type: 'ESModule' as const,
  path,
  contents: readFileSync(dist + path, 'utf8'),
}));
const program = {
  type: 'CompiledWasm' as const,
  path: 'images/resvg.wasm',
  contents: new Uint8Array(readFileSync(`${dist}images/resvg.wasm`)),
};
/** The scripts of pages, as texts. */
const pageFiles = {
  type: 'ESModule' as const,
  path: 'relay/page-files.js',
  contents: readFileSync(`${dist}relay/page-files.js`, 'utf8'),
};
const modules = [...scripts, program, pageFiles];

test('needs nothing of Node, and nothing but its own files', () => {
  const imports = scripts.flatMap(({ contents }) =>
    [
      ...contents.matchAll(/^(?:import|export)\b.*?\bfrom ["'](.+)["'];$|\b(?:import|require)\((.*?)\)/gm),
    ].map(([, from, call]) => from ?? call),
  );
  expect([...new Set(imports)].sort()).toEqual([
    '"../images/png.js"',
    '"../images/resvg.wasm"',
    '"./page-files.js"',
    '../images/verdana.js',
    './app.js',
  ]);
});

test('answers from the service, joins, keeps, refuses', async ({ world }) => {
  world.settings({ credentials: { monash: 'reader:pass' } });
  const worker = new Miniflare({
    modules,
    modulesRoot: '/',
    compatibilityDate: '2025-06-01',
    bindings: { UPSTREAM: world.url, FIGSHARE_CREDENTIALS_MONASH: 'reader:pass' },
  });
  try {
    const get = (path: string) => worker.dispatchFetch(`https://relay.test${path}`);
    const answers = await Promise.all(Array.from({ length: 10 }, () => get(total)));
    for (const answer of answers) expect(await answer.json()).toEqual({ totals: 46088 });
    expect(answers[0]!.headers.get('access-control-allow-origin')).toBe('*');
    expect(await (await get('/total/article/766364')).json()).toMatchObject({ views: 46088 });
    const counted = await worker.dispatchFetch('https://relay.test/count/articles', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"groups":[{"id":327}]}',
    });
    expect(await counted.json()).toEqual({ 327: 20 });
    const dates = 'start_date=2015-02-11&end_date=2015-05-17';
    expect((await get(`/monash/timeline/total/views/group/10?${dates}`)).status).toBe(200);
    expect((await get('/v2/articles')).status).toBe(404);
    expect((await get('/total/views/article/x')).status).toBe(400);
    expect(world.record().requests).toHaveLength(4);

    const png = await get('/badge/article/766364.png');
    expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(new TextDecoder('latin1').decode(await png.arrayBuffer())).toContain('PNG');

    const page = await get('/embed/?item=766364');
    expect(await page.text()).toContain('>46,088 views and 5,210 downloads</a></figshare-stats>');
    expect(await (await get('/embed/figshare-stats.js')).text()).toContain('figshare-stats');

    // Many at once, none of which waits for another: workerd would never let it go on.
    const many = await Promise.all(
      Array.from({ length: 30 }, (_, id) => get(`/total/views/article/${id + 1}`)),
    );
    for (const answer of many) expect(await answer.json()).toEqual({ totals: expect.any(Number) });
    world.faults([{ path: '/*', fault: 500 }]);
    expect(await (await get(total)).json()).toEqual({ totals: 46088 });
    expect((await get('/total/views/article/99')).status).toBe(502);
  } finally {
    await worker.dispose();
  }
});
