/** The embed page as a relay writes it. */
import { expect, test } from './fixture.js';

const page = '/embed/?element=stats&item=766364';

test('shows the numbers without any script, and keeps its elements to this relay', async ({
  world,
  startRelay,
}) => {
  const { get } = await startRelay();
  const reply = await get(`${page}&variant=card`);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  expect(reply.headers.get('cache-control')).toBe('public, max-age=600, s-maxage=600');
  const html = await reply.text();
  expect(html).toContain(
    '<figshare-stats item="766364" variant="card" source="../" loading="eager">' +
      '<a href="https://figshare.com/articles/_/766364" rel="noopener" lang="en">' +
      '46,088 views and 5,210 downloads</a></figshare-stats>',
  );
  expect(html).toContain('<base target="_blank">');
  expect(world.record().requests).toHaveLength(1);
});

test('may stand in any frame, and runs nothing but its own scripts', async ({ startRelay }) => {
  const { get } = await startRelay();
  const { headers } = await get(page);
  const policy = headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/frame-ancestors|unsafe|\*/);
  expect(headers.get('x-frame-options')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

const texts = [
  ['element=figshare-stats&item=article/766364&metrics=views', '46,088 views'],
  ['item=766364&lang=de', '46.088 Aufrufe und 5.210 Downloads'],
  ['item=766364&label-views=readings&metrics=views', '46,088 readings'],
  [
    'element=timeline&item=30000001&start=2025-01-01&end=2025-03-31',
    '2,911 views, most in March 2025 (1,130)',
  ],
  ['element=breakdown&item=766364&start=2015-04-19&end=2016-04-21', ' countries, most: '],
  ['element=top&limit=1', 'article/2064072: 65,819 views'],
  ['element=count&item=327+328', '21 public items'],
] as const;

for (const [query, text] of texts) {
  test(`says "${text}" for ${query}`, async ({ startRelay }) => {
    const { get } = await startRelay();
    const html = await (await get(`/embed/?${query}`)).text();
    expect(html).toMatch(/<figshare-\w+ [^>]*><(a|span) /);
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toContain(text);
  });
}

test('reads the attributes of its list alone', async ({ startRelay }) => {
  const { get } = await startRelay();
  const others =
    'source=https://evil.test&loading=click&remember&href=https://evil.test&onclick=alert(1)&style=x&compact';
  const html = await (await get(`${page}&${others}`)).text();
  expect(/<figshare-stats[^>]*>/.exec(html)?.[0]).toBe(
    '<figshare-stats item="766364" compact="" source="../" loading="eager">',
  );
  expect(html).not.toContain('<figshare-stats onclick');
});

test('keeps any text in its place', async ({ startRelay }) => {
  const { get } = await startRelay();
  const text = `"><script>alert('1')</script>&amp;\u202e\u0000`;
  const html = await (
    await get(
      `${page}&metrics=views&label-views=${encodeURIComponent(text)}&theme=${encodeURIComponent(text)}`,
    )
  ).text();
  expect(html).not.toContain('<script>');
  expect(html).toContain('46,088 &quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;');
  expect(html.match(/<script/g)).toHaveLength(2);
});

test('says what is wrong, and asks nobody', async ({ world, startRelay }) => {
  const { get } = await startRelay();
  for (const [query, text] of [
    ['', 'item must be'],
    ['item=foo', 'got &quot;foo&quot;'],
    ['element=script&item=5', 'element must be one of stats'],
    ['element=__proto__&item=5', 'element must be one of stats'],
    ['item=5&metrics=hugs', 'metrics must be'],
    ['element=timeline&item=5&granularity=week', 'granularity must be'],
    ['element=top&by=colour', 'by must be one of'],
  ] as const) {
    const reply = await get(`/embed/?${query}`);
    expect(reply.status, query).toBe(400);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(await reply.text()).toContain(text);
  }
  expect(world.record().requests).toEqual([]);
});

test('links to the item where its numbers are not known, or hidden', async ({ world, startRelay }) => {
  world.settings({ items: { 'article/7': { views: 3 } } });
  const { get } = await startRelay();
  const hidden = await get('/embed/?item=7&hide-below=10');
  expect(await hidden.text()).toContain('lang="en">Data on figshare</a>');
  world.faults([{ path: '/*', fault: 500 }]);
  for (const [item, link] of [
    ['8', '<a href="https://figshare.com/articles/_/8" rel="noopener" lang="en">Data on figshare</a>'],
    [
      '10.15482/USDA.ADC/1402049',
      '<a href="https://doi.org/10.15482/USDA.ADC/1402049" rel="noopener" lang="en">Data on figshare</a>',
    ],
    ['8 9', '<span lang="en">Data on figshare</span>'],
    ['8&no-link', '<span lang="en">Data on figshare</span>'],
  ] as const) {
    const reply = await get(`/embed/?lang=fr&item=${item}`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('public, max-age=60, s-maxage=60');
    expect(await reply.text()).toContain(link);
  }
});

test('tells programs where it is described, behind a proxy, too', async ({ startRelay }) => {
  const { url, get } = await startRelay();
  const link = async (headers: Record<string, string> = {}) => {
    const html = await (await get(`${page}&lang=de`, { headers })).text();
    const [, href] = /type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
    return href!.replaceAll('&amp;', '&');
  };
  expect(new URL(await link()).searchParams.get('url')).toBe(`${url}${page}&lang=de`);
  const described = await fetch(await link());
  expect(await described.json()).toMatchObject({
    type: 'rich',
    html: expect.stringContaining('item=766364&amp;lang=de'),
  });
  const https = await link({ 'x-forwarded-proto': 'https' });
  expect(https).toMatch(/^https:\/\/127\.0\.0\.1/);
  expect(new URL(https).searchParams.get('url')).toMatch(/^https:/);
});

test('tells its description by the address that readers see, whatever a request says', async ({
  startRelay,
}) => {
  const { get } = await startRelay({ baseUrl: 'https://www.example.edu/figshare/' });
  const headers = {
    'x-forwarded-proto': 'http',
    'x-forwarded-prefix': '/evil',
    'x-forwarded-host': 'evil.test',
  };
  const html = await (await get(page, { headers })).text();
  const links = [...html.matchAll(/rel="alternate" [^>]*href="([^"]+)"/g)].map(([, href]) => new URL(href!));
  expect(links).toHaveLength(2);
  for (const { origin, pathname, searchParams } of links) {
    expect(origin + pathname).toBe('https://www.example.edu/figshare/oembed');
    expect(searchParams.get('url')).toBe(`https://www.example.edu/figshare${page}`);
  }
  // What it loads and asks stands beside it, and above it: wherever that is.
  expect(html).toContain('src="embed.js"');
  expect(html).toContain('source="../"');
});

test('is found without the slash at its end', async ({ startRelay }) => {
  const { url, get } = await startRelay();
  const reply = await get('/embed?item=766364', { redirect: 'manual' });
  expect(reply.status).toBe(301);
  expect(new URL(reply.headers.get('location')!, `${url}/embed`).href).toBe(`${url}/embed/?item=766364`);
});

test('has no scripts where the relay has none', async ({ startRelay }) => {
  const files = new Map([['embed.js', 'run()']]);
  const [bare, whole] = [await startRelay(), await startRelay({ pageFiles: async () => files })];
  expect((await bare.get('/embed/embed.js')).status).toBe(501);
  const script = await whole.get('/embed/embed.js');
  expect([script.status, await script.text()]).toEqual([200, 'run()']);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect((await whole.get('/embed/other.js')).status).toBe(404);
  const narrow = await startRelay({ pageFiles: async () => files, allowOrigin: ['https://a.test'] });
  const inSandbox = await narrow.get('/embed/embed.js', { headers: { origin: 'null' } });
  expect(inSandbox.headers.get('access-control-allow-origin')).toBe('*');
});
