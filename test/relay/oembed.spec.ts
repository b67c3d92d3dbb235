/** A relay as an oEmbed provider, as https://oembed.com describes one. */
import { expect, test, type TestRelay } from './fixture.js';

const doi = 'https://doi.org/10.6084/m9.figshare.766364';

interface Answer {
  html: string;
  width: number;
  height: number;
  [name: string]: unknown;
}

async function ask({ get }: TestRelay, url: string, more = ''): Promise<Answer> {
  const reply = await get(`/oembed?url=${encodeURIComponent(url)}${more}`);
  expect(reply.status, url).toBe(200);
  return (await reply.json()) as Answer;
}

/** The one frame that an answer is made of. */
function frameIn({ html, width, height }: Answer): URL {
  const [, src] = /^<iframe src="([^"]+)"[^<>]*><\/iframe>$/.exec(html) ?? [];
  expect(src, html).toBeDefined();
  expect(html).toContain(` width="${width}" height="${height}" `);
  return new URL(src!.replaceAll('&amp;', '&'));
}

test('describes a DOI by exactly one frame of exactly the size told', async ({ startRelay }) => {
  const relay = await startRelay();
  const answer = await ask(relay, doi);
  expect(answer).toEqual({
    version: '1.0',
    type: 'rich',
    title: 'figshare statistics of 10.6084/m9.figshare.766364',
    provider_name: 'figshare statistics',
    provider_url: `${relay.url}/`,
    cache_age: 86_400,
    html: expect.any(String),
    width: 480,
    height: 172,
  });
  const frame = frameIn(answer);
  expect(frame.href).toBe(`${relay.url}/embed/?element=stats&item=10.6084%2Fm9.figshare.766364&variant=card`);
  expect((await fetch(frame)).status).toBe(200);
});

test('describes frames and images by the address that readers see', async ({ startRelay }) => {
  const own = 'https://www.example.edu/figshare';
  const relay = await startRelay({ baseUrl: own });
  const answer = await ask(relay, doi);
  expect(answer['provider_url']).toBe(`${own}/`);
  expect(frameIn(answer).href).toMatch(/^https:\/\/www\.example\.edu\/figshare\/embed\/\?element=stats&/);
  for (const page of [`${own}/embed/?item=5`, `${own}/embed?item=5`])
    expect(frameIn(await ask(relay, page)).search).toBe('?element=stats&item=5');
  const photo = await ask(relay, doi, '&type=photo');
  expect(photo['url']).toBe(`${own}/badge/article/766364.png`);
  const elsewhere = encodeURIComponent('https://www.example.edu/embed/?item=5');
  expect((await relay.get(`/oembed?url=${elsewhere}`)).status).toBe(404);
});

test('describes its own pages, figshare’s, and links that say which element', async ({ startRelay }) => {
  const relay = await startRelay();
  for (const [url, query] of [
    [`${relay.url}/embed/?element=top&by=referral&item=5`, 'element=top&item=5&by=referral'],
    [`${relay.url}/embed?item=5&compact&evil=1#?secret=abc`, 'element=stats&item=5&compact='],
    [`${relay.url.replace('http:', 'https:')}/embed/?item=5`, 'element=stats&item=5'],
    ['https://figshare.com/articles/dataset/Title/766364/2', undefined],
    ['https://monash.figshare.com/articles/dataset/Title/9574032', undefined],
    [
      `${doi}#figshare-timeline?variant=chart&onclick=1&source=https://evil.test`,
      `element=timeline&variant=chart&item=${encodeURIComponent(doi)}`,
    ],
  ] as const) {
    const { search } = frameIn(await ask(relay, url));
    const expected =
      query ?? new URLSearchParams({ element: 'stats', item: url, variant: 'card' }).toString();
    expect(search).toBe(`?${expected}`);
  }
});

test('knows nothing else', async ({ world, startRelay }) => {
  const relay = await startRelay();
  for (const url of [
    'https://example.org/embed/?item=5',
    `${relay.url}/badge/article/5.svg`,
    `${relay.url}/embed/?element=script&item=5`,
    `${relay.url}/embed/?item=foo`,
    `${relay.url}/embed/?item=5&metrics=hugs`,
    'https://doi.org/10.1000/xyz',
    'https://doi.org/10.6084/',
    '766364',
    'article/766364',
    `${doi} ${doi}7`,
    'javascript:alert(1)',
    'file:///etc/passwd',
  ]) {
    const reply = await relay.get(`/oembed?url=${encodeURIComponent(url)}`);
    expect(reply.status, url).toBe(404);
    expect(await reply.json()).toMatchObject({ code: 'NotFound' });
  }
  expect((await relay.get('/oembed')).status).toBe(400);
  expect((await relay.get(`/oembed?url=${doi}&type=video`)).status).toBe(400);
  for (const format of ['yaml', 'JSON', '__proto__'])
    expect((await relay.get(`/oembed?url=${doi}&format=${format}`)).status).toBe(501);
  expect(world.record().requests).toEqual([]);
});

test('speaks JSON and XML, for an hour', async ({ startRelay }) => {
  const relay = await startRelay();
  const json = await relay.get(`/oembed?url=${doi}&format=json&dnt=1`);
  expect(json.headers.get('content-type')).toBe('application/json');
  expect(json.headers.get('cache-control')).toBe('public, max-age=3600, s-maxage=3600');
  expect(json.headers.get('access-control-allow-origin')).toBe('*');
  const fields = (await json.json()) as Answer;
  const xml = await relay.get(`/oembed?url=${doi}&format=xml`);
  expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  const text = await xml.text();
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed>/);
  for (const [name, value] of Object.entries(fields)) {
    const [, written] = new RegExp(`<${name}>(.*)</${name}>`).exec(text) ?? [];
    const read = written!
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(read).toBe(String(value));
  }
});

test('is no larger than a place has room for', async ({ startRelay }) => {
  const relay = await startRelay();
  const chart = `${doi}#figshare-timeline?variant=chart`;
  const sizeOf = async (more: string) => {
    const answer = await ask(relay, chart, more);
    frameIn(answer);
    return [answer.width, answer.height];
  };
  expect(await sizeOf('')).toEqual([640, 364]);
  expect(await sizeOf('&maxwidth=300')).toEqual([300, 364]);
  expect(await sizeOf('&maxwidth=1000&maxheight=200')).toEqual([640, 200]);
  expect(await sizeOf('&maxwidth=-5&maxheight=x')).toEqual([640, 364]);
});

test.describe('a photo', () => {
  test('is a PNG of the size told, with its words', async ({ startRelay }) => {
    const relay = await startRelay();
    const answer = await ask(
      relay,
      `${doi}#figshare-stats?theme=dark&metrics=views,downloads&lang=fr`,
      '&type=photo',
    );
    expect(answer).toMatchObject({
      type: 'photo',
      title: expect.stringMatching(/^46\s088 vues et 5\s210 téléchargements$/),
      height: 20,
    });
    expect(answer).not.toHaveProperty('html');
    const { url } = answer as unknown as { url: string };
    expect(url).toBe(`${relay.url}/badge/dark/fr/views+downloads/article/766364.png`);
    const svg = await (await fetch(url.replace('.png', '.svg'))).text();
    expect(svg).toContain(`width="${answer.width}" height="20"`);
    const small = await ask(relay, doi, '&type=photo&maxwidth=100');
    expect([small.width, small.height]).toEqual([100, 8]);
  });

  test('of a timeline is a sparkline; of other elements there is none', async ({ startRelay }) => {
    const relay = await startRelay();
    const line = `${relay.url}/embed/?element=timeline&item=766364&start=2015-01-01&end=2015-12-31`;
    const { url } = (await ask(relay, line, '&type=photo')) as unknown as { url: string };
    expect(url).toBe(`${relay.url}/sparkline/article/766364.png?start=2015-01-01&end=2015-12-31`);
    for (const query of ['element=breakdown&item=5', 'element=top', 'element=stats&item=5+6']) {
      const reply = await relay.get(
        `/oembed?type=photo&url=${encodeURIComponent(`${relay.url}/embed/?${query}`)}`,
      );
      expect(reply.status, query).toBe(404);
    }
  });

  test('whose numbers are not known is described for a minute', async ({ world, startRelay }) => {
    world.faults([{ path: '/*', fault: 500 }]);
    const { get } = await startRelay();
    const reply = await get(`/oembed?type=photo&url=${doi}`);
    expect(reply.headers.get('cache-control')).toBe('public, max-age=60, s-maxage=60');
    expect(await reply.json()).toMatchObject({ title: 'figshare statistics of 10.6084/m9.figshare.766364' });
  });
});
