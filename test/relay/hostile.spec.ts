/** A thousand requests that nobody means well, by socket: `fetch` would tidy them up. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, test, total } from './fixture.js';

const dates = 'start_date=2015-02-11&end_date=2015-05-17';
const series = `/timeline/day/views/article/5?${dates}`;
const post = (body: string, ...headers: string[]) =>
  request('POST', '/count/articles', ['content-type: application/json', ...headers], body);

function request(method: string, target: string, headers: string[] = [], body = ''): string {
  const length = body ? [`content-length: ${Buffer.byteLength(body)}`] : [];
  const host = headers.some((header) => /^host:/i.test(header)) ? [] : ['host: relay.test'];
  return [`${method} ${target} HTTP/1.1`, ...host, 'connection: close', ...length, ...headers, '', body].join(
    '\r\n',
  );
}

/** The same numbers each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const random = numbers(766_364);
const below = (most: number) => Math.floor(((random.next().value as number) / 2 ** 32) * most);
const oneOf = <Value>(values: readonly Value[]): Value => values[below(values.length)]!;
const digits = (length: number) => Array.from({ length }, () => 1 + below(9)).join('');

const up = ['..', '%2e%2e', '%2E.', '..%2f', '..\\', '.', '%252e%252e', '..;', '%c0%ae%c0%ae'];
const slash = ['%2f', '%2F', '%5c', '%252f', '%25252f', '\\', '//'];
const breaks = ['%0d%0a', '%0a', '%250d%250a', '%00', '%E5%98%8A%E5%98%8D', '\t', '%20', ' '];
const hosts = [
  'evil.test',
  '169.254.169.254',
  '[::1]',
  'localhost:22',
  'user:pass@evil.test',
  'stats.figshare.com',
];
const schemes = ['file', 'gopher', 'ftp', 'httpx', 'javascript'];
const methods = [
  'PUT',
  'DELETE',
  'PATCH',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'MKCOL',
  'SEARCH',
  'PURGE',
  'BREW',
];

/** One kind of malice each. */
const kinds: Record<string, () => string> = {
  'path traversal': () =>
    request(
      'GET',
      oneOf([
        `/total/${oneOf(up)}/${oneOf(up)}/etc/passwd`,
        `/total/views/article/${oneOf(up)}/article/5`,
        `/${oneOf(up)}${total}`,
        `${total}/${oneOf(up)}`,
        `${total}/${oneOf(up)}/${below(1000)}`,
      ]),
    ),
  'encoded slashes': () =>
    request(
      'GET',
      oneOf([
        `/total${oneOf(slash)}views/article/${below(1000)}`,
        `/total/views${oneOf(slash)}article/5`,
        `${oneOf(['/%2f', '//', '/%5c', '/\\'])}total/views/article/${below(1000)}`,
      ]),
    ),
  'double encoding': () => request('GET', `/total/views/article/%25${oneOf(['35', '2535', '32%2530'])}`),
  'line breaks': () =>
    request(
      'GET',
      oneOf([
        `${total}${oneOf(breaks)}x-evil:1`,
        `/total/views/article${oneOf(breaks)}/5`,
        `${series}${oneOf(breaks)}set-cookie:a=b`,
        `/mon${oneOf(breaks)}ash${total}`,
      ]),
    ),
  'ids that are none': () =>
    request(
      'GET',
      `/total/views/article/${oneOf([
        digits(16 + below(400)),
        '0',
        `-${digits(3)}`,
        `${digits(3)}.5`,
        `0x${digits(3)}`,
        `${digits(2)}e${digits(2)}`,
        'NaN',
        '__proto__',
        '%D9%A1',
        '5;drop',
        "5'--",
      ])}`,
    ),
  'dates out of range': () => {
    const [start, end] = oneOf([
      ['0000-00-00', '9999-99-99'],
      ['1970-01-01', '2015-01-01'],
      ['2015-01-01', `${3000 + below(6000)}-01-01`],
      ['2015-02-29', '2015-03-01'],
      ['2016-01-01', '2015-01-01'],
      ['2015-1-1', '2015-2-2'],
      ['2015-01-01T00', '2015-02-02'],
      ['-271821-04-20', '2015-02-02'],
    ]);
    return request(
      'GET',
      `/${oneOf(['timeline', 'breakdown'])}/day/views/article/5?start_date=${start}&end_date=${end}`,
    );
  },
  'repeated and unknown names': () =>
    request(
      'GET',
      oneOf([
        `${series}&start_date=2015-02-11`,
        `${series}&end_date=2015-05-17`,
        `/top/views/article?count=${below(100)}&count=5`,
        `/top/views/article?count[]=5`,
        `/top/views/article?count=${101 + below(9000)}`,
        `${total}?${oneOf(['url', 'callback', 'host', 'upstream', '__proto__', 'x'])}=${oneOf(hosts)}`,
        `${series}&sub_item=category&sub_item_id=2&sub_item_id=3`,
        `${series}&sub_item=${oneOf(['referral', 'x', '', '%00'])}&sub_item_id=2`,
      ]),
    ),
  'absolute addresses': () =>
    request(
      'GET',
      oneOf([
        `${oneOf(schemes)}://${oneOf(hosts)}${total}`,
        `//${oneOf(hosts)}${total}`,
        `/${oneOf(schemes)}://${oneOf(hosts)}${total}`,
        `/@${oneOf(hosts)}${total}`,
        `/${oneOf(hosts)}${total}`,
        `${oneOf(hosts)}${total}`,
        '*',
        '?',
      ]),
    ),
  'foreign hosts': () =>
    request('GET', total, [
      `host: ${oneOf(['evil.test/x', 'evil.test?x', 'a@evil.test', 'evil.test#', 'evil test', 'evil.test\\x'])}`,
    ]),
  'bodies that are none': () =>
    post(
      oneOf([
        '{',
        'null',
        '[]',
        '[['.repeat(2000),
        '{"groups":[]}',
        `{"groups":[{"id":${digits(17)}}]}`,
        `{"groups":[{"id":"../${below(100)}"}]}`,
        '{"groups":[{"id":5}],"url":"http://evil.test"}',
        '{"__proto__":{"groups":[{"id":5}]}}',
        JSON.stringify({
          groups: Array.from({ length: 101 + below(100) }, (_, index) => ({ id: index + 1 })),
        }),
      ]),
    ),
  'bodies too large': () =>
    post(
      `{"groups":[{"id":5}${' '.repeat(8192 + below(200_000))}]}`,
      ...oneOf([[], ['expect: 100-continue']]),
    ),
  'bodies of another type': () =>
    request(
      'POST',
      '/count/articles',
      [`content-type: ${oneOf(['text/plain', 'application/jsonp', 'a'])}`],
      '{"groups":[{"id":5}]}',
    ),
  'bodies elsewhere': () =>
    request(
      'POST',
      oneOf([total, '/', '/healthz', series]),
      ['content-type: application/json'],
      '{"groups":[{"id":5}]}',
    ),
  'unknown methods': () =>
    request(oneOf(methods), oneOf([total, series, '/count/articles', '/', '/healthz'])),
  'long addresses': () => request('GET', `${total}?${'x'.repeat(2048 + below(10_000))}`),
  'too many headers': () =>
    request(
      'GET',
      total,
      Array.from({ length: 300 }, (_, index) => `x-${index}: ${'y'.repeat(100)}`),
    ),
  'broken requests': () =>
    oneOf([
      `GET ${total} HTTP/1.1\r\nhost: x\r\nno header\r\n\r\n`,
      `GET ${total} HTTP/9.9\r\n\r\n`,
      `GET ${total} HTTP/1.1\r\nhost : x\r\n\r\n`,
      `GET ${total} HTTP/1.1\r\n\r\n`,
      'POST /count/articles HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /count/articles HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n',
      `\0\0\0\0\r\n\r\n`,
    ]),
};

/** The status of each answer on the connection. */
function statuses(port: number, text: string): Promise<number[]> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', () => undefined); // a body that is refused may be cut off while it is sent
    socket.on('close', () =>
      resolve([...answer.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status))),
    );
  });
}

test('a thousand hostile requests are refused, reach nobody, and do no harm', async ({
  world,
  startRelay,
}) => {
  const relay = await startRelay({ credentials: new Map([['monash', 'user:password']]) });
  const port = Number(new URL(relay.url).port);
  const names = Object.keys(kinds);
  const requests = Array.from({ length: 1000 }, (_, index) => {
    const kind = names[index % names.length]!;
    return { kind, text: kinds[kind]!() };
  });
  const wrong: unknown[] = [];
  for (let first = 0; first < requests.length; first += 20) {
    await Promise.all(
      requests.slice(first, first + 20).map(async ({ kind, text }) => {
        const answers = (await statuses(port, text)).filter((status) => status !== 100);
        const isRefused = answers.length === 1 && answers[0]! >= 400 && answers[0]! < 500;
        if (!isRefused) wrong.push({ kind, text: text.slice(0, 200), answers });
      }),
    );
  }
  expect(wrong).toEqual([]);
  expect(world.record().requests).toEqual([]);
  expect(await (await relay.get(total)).json()).toEqual({ totals: 46088 });
  for (const { path } of relay.log) expect(path.length).toBeLessThanOrEqual(200);
});

test('an absolute form, as some proxies send it, is answered by its path alone', async ({
  world,
  startRelay,
}) => {
  const { port } = new URL((await startRelay()).url);
  const statusOf = async (path: string) => {
    const [response] = (await once(get({ port, path, agent: false }), 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };
  for (const base of ['http://anything', 'https://evil.test:22', 'HTTP://[::1]', 'http://u:p@evil.test']) {
    expect(await statusOf(base + total)).toBe(200);
    expect(await statusOf(`${base}/../..${total}`)).toBe(404);
    expect(await statusOf(base)).toBe(404);
  }
  expect(world.record().requests).toMatchObject([{ path: total }]);
});

test('a path that is none has the headers of all other errors', async ({ startRelay }) => {
  const { get } = await startRelay();
  for (const path of ['/badge/article/%32%33.svg', '/total/views/article/%35', '/%2e%2e/x', '/nowhere']) {
    const { status, headers } = await get(path);
    expect(status, path).toBe(404);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

test('a path that is none is not found, whatever is sent there and how', async ({ world, startRelay }) => {
  const { url } = await startRelay();
  const bodies: [type: string, body: string][] = [
    ['application/json', '{"groups":[{"id":327}]}'],
    ['application/json', '{'],
    ['text/plain', 'a'],
    ['application/x-www-form-urlencoded', 'a=b'],
    ['application/json', ' '.repeat(100_000)],
  ];
  for (const path of ['/nowhere', '/', '/count', '/count/hugs', '/monash/count/articles/5', '/v2/articles'])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const [type, body] of bodies) {
        const response = await fetch(url + path, { method, headers: { 'content-type': type }, body });
        expect
          .soft([response.status, await response.json()], `${method} ${path} ${type}`)
          .toEqual([404, { message: expect.stringContaining('no such path'), code: 'NotFound' }]);
      }
  const large = { method: 'POST', body: ' '.repeat(100_000) };
  expect((await fetch(`${url}/healthz`, large)).status).toBe(405);
  expect((await fetch(`${url}/total/views/article/5`, large)).status).toBe(405);
  expect(world.record().requests).toEqual([]);
});

test('ids within brackets are refused, however deep', async ({ world, startRelay }) => {
  const { url, log } = await startRelay();
  for (const id of ['[5]', `${'['.repeat(2000)}5${']'.repeat(2000)}`, '{"toString":5}', 'null', 'true']) {
    const response = await fetch(`${url}/count/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"groups":[{"id":${id}}]}`,
    });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('InvalidParams')]);
  }
  expect(log).toHaveLength(5);
  expect(world.record().requests).toEqual([]);
});

test('no header of an answer is made of what was asked', async ({ startRelay }) => {
  const relay = await startRelay({ allowOrigin: ['https://www.example.edu'] });
  for (const path of [`${total}%0d%0aset-cookie:evil`, '/evil', `${total}?evil=evil`]) {
    const { headers } = await relay.get(path, { headers: { origin: 'https://evil.test', 'x-evil': 'evil' } });
    expect(JSON.stringify([...headers])).not.toContain('evil');
  }
});

test('a connection that asks nothing, or never ends its headers, does not keep the relay from stopping', async ({
  startRelay,
}) => {
  test.setTimeout(25_000); // it would be waited for for 30
  const { url, stop } = await startRelay();
  const { hostname, port } = new URL(url);
  const sockets = ['', 'GET /healthz HTTP/1.1\r\nhost: x\r\nx: '].map((begun) => {
    const socket = connect(Number(port), hostname);
    if (begun) socket.write(begun);
    return socket;
  });
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  expect((await fetch(`${url}/healthz`)).status).toBe(200); // the server has met the ones before, too
  const ended = sockets.map((socket) =>
    once(
      socket.on('error', () => undefined),
      'close',
    ),
  );
  await stop();
  await Promise.all(ended);
});
