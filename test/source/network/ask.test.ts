import { expect } from '@open-wc/testing';
import { FigshareError, type ErrorKind } from '../../../src/figshare/error.js';
import { ask, type AskOptions } from '../../../src/source/network/ask.js';
import { failureOf } from '../../support/failure.js';
import { shortWaits } from '../../support/short-waits.js';
import type { Fault } from '../../support/stand-in.js';
import { world, type PageWorld } from '../../support/worlds.js';

const path = '/total/views/article/766364';
const answer = { totals: 46088 };

/** What an asker that left is told. */
async function reasonOf(asked: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await asked };
  } catch (error) {
    return error;
  }
}

/** How often the page's own `fetch` is called. */
async function fetchesDuring(task: () => Promise<void>): Promise<number> {
  const { fetch } = globalThis;
  let count = 0;
  globalThis.fetch = (...request) => {
    count += 1;
    return fetch(...request);
  };
  try {
    await task();
  } finally {
    globalThis.fetch = fetch;
  }
  return count;
}

describe('ask', () => {
  let asked: PageWorld;
  beforeEach(() => (asked = world()));

  /** Asks for a body as it came. */
  const askAs = (url: string, options?: AskOptions) => ask(url, (body) => body, options);
  const bodyOf = async (of = path) => (await askAs(asked.url + of)).answer;
  const requests = async () => (await asked.record()).requests;

  it('gives the body as it came, and when', async () => {
    const before = Date.now();
    const { answer: body, retrieved } = await askAs(asked.url + path);
    expect(body).to.deep.equal(answer);
    expect(retrieved.getTime()).to.be.within(before, Date.now());
  });

  it('gives the date that the answer has by its age, and says that it is stale', async () => {
    const { fetch } = globalThis;
    const before = Date.now();
    globalThis.fetch = async (...request) => {
      const response = await fetch(...request);
      const headers = { age: '86400', 'x-figshare-stale': '1' };
      return new Response(await response.text(), { headers });
    };
    try {
      const { retrieved, isStale } = await askAs(asked.url + path);
      expect(retrieved.getTime()).to.be.within(before - 86_400_000, Date.now() - 86_400_000);
      expect(isStale).to.equal(true);
      await askAs(asked.url + path); // what is stale is not remembered
      expect(await requests()).to.have.length(2);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  describe('on a page that replaced fetch', () => {
    const { fetch } = globalThis;
    afterEach(() => {
      globalThis.fetch = fetch;
    });
    const replaced = (given: (response: Response) => Partial<Response>) => {
      globalThis.fetch = async (...request) => given(await fetch(...request)) as Response;
    };

    it('reads an answer that has no stream, where nothing has one', async () => {
      const { stream } = Blob.prototype;
      Reflect.deleteProperty(Blob.prototype, 'stream'); // as in the DOMs of unit tests
      replaced((response) => ({
        status: response.status,
        headers: response.headers,
        body: null,
        text: () => response.text(),
      }));
      try {
        expect(await bodyOf()).to.deep.equal(answer);
      } finally {
        Blob.prototype.stream = stream;
      }
    });

    it('reads an answer that has no headers', async () => {
      await asked.faults({ path: '/total/views/article/5', fault: 404 });
      replaced((response) => ({ status: response.status, text: () => response.text() }));
      expect(await bodyOf()).to.deep.equal(answer);
      const failure = await failureOf(() => bodyOf('/total/views/article/5'));
      expect(failure).to.have.property('kind', 'not-found');
    });

    it('lets the page read its own copy of an answer to its end', async () => {
      const copies: Promise<string>[] = [];
      replaced((response) => {
        const copy = response.clone();
        const later = new Promise((resolve) => setTimeout(resolve)); // than the answer is there
        copies.push(later.then(() => copy.text()));
        return response;
      });
      expect(await bodyOf()).to.deep.equal(answer);
      expect((await Promise.all(copies)).map((text) => JSON.parse(text) as unknown)).to.deep.equal([answer]);
    });
  });

  it('gives what its reader makes of the body', async () => {
    const read = (body: unknown) => Object.keys(body as object);
    expect((await ask(asked.url + path, read)).answer).to.deep.equal(['totals']);
  });

  it('sends a simple request: no preflight, no credentials, no referrer, no header of its own', async () => {
    // Cookies ignore ports, so the page's own would go along.
    document.cookie = 'secret=1';
    await askAs(asked.url.replace('127.0.0.1', location.hostname) + path);
    const [request, ...more] = await requests();
    expect(more).to.be.empty;
    expect(request).to.include({ method: 'GET', path, query: '' });
    expect(request!.headers).not.to.have.any.keys('cookie', 'authorization', 'referer', 'content-type');
    const own = Object.keys(request!.headers).filter(
      (name) =>
        !/^(host|connection|origin|user-agent|accept(-.*)?|sec-.*|priority|pragma|cache-control)$/.test(name),
    );
    expect(own).to.be.empty;
  });

  describe('joins equal questions', () => {
    it('into one request', async () => {
      await asked.faults({ path, fault: 'hang' });
      const bodies = Promise.all([bodyOf(), bodyOf(), bodyOf()]);
      await asked.wait({ requests: 1 });
      const late = bodyOf();
      await asked.release();
      expect(await bodies).to.deep.equal([answer, answer, answer]);
      expect(await late).to.deep.equal(answer);
      expect(await requests()).to.have.length(1);
    });

    it('and tells all of them of one failure', async () => {
      await asked.faults({ path, fault: 404 });
      const failures = await Promise.all([failureOf(() => bodyOf()), failureOf(() => bodyOf())]);
      expect(failures.map(({ kind }) => kind)).to.deep.equal(['not-found', 'not-found']);
      expect(await requests()).to.have.length(1);
    });

    it('but not different ones', async () => {
      await Promise.all([
        bodyOf(),
        bodyOf('/total/downloads/article/766364'),
        bodyOf('/total/article/766364'),
      ]);
      expect(await requests()).to.have.length(3);
    });

    it('and goes on when one asker leaves', async () => {
      await asked.faults({ path, fault: 'hang' });
      const leaving = new AbortController();
      const left = reasonOf(askAs(asked.url + path, { signal: leaving.signal }));
      const staying = askAs(asked.url + path, { signal: new AbortController().signal });
      await asked.wait({ requests: 1 });
      const reason = new Error('no longer wanted');
      leaving.abort(reason);
      expect(await left).to.equal(reason);
      await asked.release();
      expect((await staying).answer).to.deep.equal(answer);
      expect(await requests())
        .to.have.length(1)
        .and.to.have.nested.property('[0].aborted', false);
    });

    it('and ends the request when the last asker leaves', async () => {
      await asked.faults({ path, fault: 'hang', times: 1 });
      const askers = [new AbortController(), new AbortController()];
      const left = askers.map(({ signal }) => reasonOf(askAs(asked.url + path, { signal })));
      await asked.wait({ requests: 1 });
      for (const asker of askers) asker.abort();
      for (const error of await Promise.all(left)) expect(error).to.have.property('name', 'AbortError');
      await asked.wait({ aborted: 1 });
      expect(await bodyOf(), 'who comes after that').to.deep.equal(answer);
      expect(await requests()).to.have.length(2);
    });

    it('and answers whoever comes at the moment that the last one leaves', async () => {
      await asked.faults({ path, fault: 'hang' });
      const leaving = new AbortController();
      const left = reasonOf(askAs(asked.url + path, { signal: leaving.signal }));
      await asked.wait({ requests: 1 });
      await asked.faults();
      leaving.abort();
      const next = bodyOf();
      expect(await left).to.have.property('name', 'AbortError');
      await asked.release();
      expect(await next).to.deep.equal(answer);
    });
  });

  it('asks nothing for whoever has left before', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    expect(await reasonOf(askAs(asked.url + path, { signal }))).to.have.property('message', 'gone');
    await bodyOf();
    expect(
      await reasonOf(askAs(asked.url + path, { signal })),
      'an answer that is remembered',
    ).to.have.property('message', 'gone');
    expect(await requests()).to.have.length(1);
  });

  it('has at most four requests open at a host, and answers all', async () => {
    await asked.faults({ path: '/total/*', fault: 'hang', times: 4 });
    const bodies = Promise.all(Array.from({ length: 12 }, (_, n) => bodyOf(`/total/views/article/${n + 1}`)));
    await asked.wait({ requests: 4 });
    await asked.release();
    expect(await bodies).to.have.length(12);
    const { maxOpen, requests } = await asked.record();
    expect(requests).to.have.length(12);
    expect(maxOpen).to.equal(4);
  });

  it('does not hold one host back for another', async () => {
    await asked.faults({ path: '/total/views/*', fault: 'hang', times: 4 });
    const hanging = Promise.all(Array.from({ length: 4 }, (_, n) => bodyOf(`/total/views/article/${n + 1}`)));
    await asked.wait({ requests: 4 });
    const { answer: body } = await askAs(
      asked.url.replace('127.0.0.1', 'localhost') + '/total/shares/article/766364',
    );
    expect(body).to.deep.equal({ totals: 3 });
    await asked.release();
    await hanging;
  });

  it('never sends the question of an asker that leaves before its turn', async () => {
    await asked.faults({ path: '/total/views/*', fault: 'hang', times: 4 });
    const hanging = Promise.all(Array.from({ length: 4 }, (_, n) => bodyOf(`/total/views/article/${n + 1}`)));
    await asked.wait({ requests: 4 });
    const leaving = new AbortController();
    const left = reasonOf(askAs(`${asked.url}/total/shares/article/1`, { signal: leaving.signal }));
    const next = bodyOf('/total/shares/article/2');
    leaving.abort();
    expect(await left).to.have.property('name', 'AbortError');
    await asked.release();
    await Promise.all([hanging, next]);
    expect((await requests()).map((request) => request.path)).not.to.include('/total/shares/article/1');
  });

  it('gives its place to the next when an asker leaves', async () => {
    await asked.faults({ path: '/total/views/*', fault: 'hang' });
    const leaving = new AbortController();
    const { signal } = leaving;
    const left = Array.from({ length: 4 }, (_, n) =>
      reasonOf(askAs(`${asked.url}/total/views/article/${n + 1}`, { signal })),
    );
    await asked.wait({ requests: 4 });
    const next = bodyOf('/total/shares/article/766364');
    leaving.abort();
    expect(await next).to.deep.equal({ totals: 3 });
    await Promise.all(left);
  });

  describe('remembers', () => {
    const { now } = Date;
    /** Moves this page's clock on. */
    const later = (milliseconds: number) => (Date.now = () => now() + milliseconds);
    afterEach(() => (Date.now = now));

    it('an answer', async () => {
      const first = await askAs(asked.url + path);
      const second = await askAs(asked.url + path);
      expect(second).to.deep.equal(first);
      expect(await requests()).to.have.length(1);
    });

    it('an answer for ten minutes', async () => {
      await bodyOf();
      later(9.9 * 60_000);
      await bodyOf();
      expect(await requests()).to.have.length(1);
      later(10.1 * 60_000);
      await bodyOf();
      expect(await requests()).to.have.length(2);
    });

    it('no failure, and asks once more after one', async () => {
      // Many times: Chromium may send the second request twice when the first answer was not read to its end.
      for (let time = 0; time < 20; time++) {
        asked = world();
        await asked.faults({ path, fault: 404, times: 1 });
        expect((await failureOf(() => bodyOf())).kind).to.equal('not-found');
        expect(await bodyOf()).to.deep.equal(answer);
        expect(await requests()).to.have.length(2);
      }
    });

    it('nothing that its reader cannot read', async () => {
      const refuse = () => {
        throw new FigshareError('bad-data', 'cannot be read');
      };
      expect((await failureOf(() => ask(asked.url + path, refuse))).kind).to.equal('bad-data');
      expect(await bodyOf()).to.deep.equal(answer);
      expect(await requests()).to.have.length(2);
    });

    it('the newest answers only, when they are very large', async () => {
      await asked.faults({ path: '/total/*', fault: 'large', bytes: 900_000 });
      const paths = ['/total/views/article/1', '/total/views/article/2', '/total/views/article/3'];
      for (const each of paths) await bodyOf(each);
      await bodyOf(paths[2]);
      await bodyOf(paths[1]);
      expect(await requests(), 'the second and the third').to.have.length(3);
      await bodyOf(paths[0]);
      expect(await requests(), 'the first').to.have.length(4);
    });
  });

  describe('fails', () => {
    shortWaits();
    const rows: [name: string, Omit<Fault, 'path'>, kind: ErrorKind, requests: number][] = [
      ['a challenge (202) is busy, and asked once', { fault: 202 }, 'busy', 1],
      ['too many requests (429) are busy, and never tried again blindly', { fault: 429 }, 'busy', 1],
      ['a time to wait that a page may not read is none', { fault: 429, retryAfter: 0 }, 'busy', 1],
      ['a question that is refused (400) is invalid', { fault: 400 }, 'invalid', 1],
      ['credentials that are wanted (401) are forbidden', { fault: 'body', status: 401 }, 'forbidden', 1],
      ['credentials that are wanted (403) are forbidden', { fault: 403 }, 'forbidden', 1],
      ['an unknown path (404) is not-found', { fault: 404 }, 'not-found', 1],
      ['a failure (500) is unavailable, and tried three times', { fault: 500 }, 'unavailable', 3],
      ['a gateway without its service (502) is unavailable', { fault: 502 }, 'unavailable', 3],
      ['a page instead of JSON is bad-data', { fault: 'html' }, 'bad-data', 1],
      ['half a JSON text is bad-data', { fault: 'body', raw: '{"totals":46' }, 'bad-data', 1],
      ['no text at all is bad-data', { fault: 'body', raw: '' }, 'bad-data', 1],
      ['another success than 200 is bad-data', { fault: 'body', status: 203, body: answer }, 'bad-data', 1],
      ['a host that refuses other sites is unreachable', { fault: 'no-cors' }, 'unreachable', 2],
    ];
    for (const [name, fault, kind, count] of rows) {
      it(`as ${kind}: ${name}`, async () => {
        await asked.faults({ path, ...fault });
        const failure = await failureOf(() => bodyOf());
        expect(failure.kind).to.equal(kind);
        expect(failure.message).to.contain(new URL(asked.url).host);
        const all = await requests();
        expect(all).to.have.length(count);
        expect(all.map(({ method }) => method)).not.to.include('OPTIONS');
      });
    }

    it('as bad-data when an answer is far too large, without reading it to its end', async () => {
      await asked.faults({ path, fault: 'large', bytes: 20_000_000 });
      expect((await failureOf(() => bodyOf())).kind).to.equal('bad-data');
      const { requests } = await asked.wait({ aborted: 1, open: 0 });
      expect(requests).to.have.length(1);
      // What lies in buffers on the way has been sent, but not read.
      expect(requests[0]!.bytesSent).to.be.below(10_000_000);
    });

    it('as unreachable when nobody may ask, and says of whom', async () => {
      await asked.faults({ path, fault: 'no-cors' });
      const { message } = await failureOf(() => bodyOf());
      expect(message).to.equal(`${new URL(asked.url).host} could not be reached`);
    });

    it('as unreachable when a connection breaks, and tries twice', async () => {
      await asked.faults({ path, fault: 'reset' });
      const fetches = await fetchesDuring(async () => {
        expect((await failureOf(() => bodyOf())).kind).to.equal('unreachable');
      });
      expect(fetches).to.equal(2);
    });

    it('when an answer breaks off: as unreachable, and tries twice, where the browser notices', async () => {
      await asked.faults({ path, fault: 'half' });
      const { kind } = await failureOf(() => bodyOf());
      // WebKitGTK takes what came for the whole, which is no JSON.
      expect(`${kind} ${(await requests()).length}`).to.be.oneOf(['unreachable 2', 'bad-data 1']);
    });

    it('with the cause for programs', async () => {
      await asked.faults({ path, fault: 'html' });
      expect((await failureOf(() => bodyOf())).cause).to.be.instanceOf(SyntaxError);
    });
  });

  describe('gives up', () => {
    for (const fault of ['hang', 'hang-body'] as const) {
      it(`as unreachable when an answer takes too long, asks once, and ends the request: ${fault}`, async () => {
        await asked.faults({ path, fault });
        const failure = await failureOf(() => askAs(asked.url + path, { timeout: 300 }));
        expect(failure.kind).to.equal('unreachable');
        await asked.wait({ aborted: 1 });
        expect(await requests()).to.have.length(1);
      });
    }

    it('as unreachable in time, and ends the requests, however much memory is tidied meanwhile', async () => {
      // WebKit forgets a signal of AbortSignal.any that nothing but fetch holds.
      await asked.faults({ path: '/total/*', fault: 'hang' });
      const urls = [1, 2, 3, 4].map((id) => `${asked.url}/total/views/article/${id}`);
      const failures = Promise.all(urls.map((url) => failureOf(() => askAs(url, { timeout: 1500 }))));
      await asked.wait({ requests: 4 });
      for (let time = 0; time < 100; time++) Array.from({ length: 20_000 }, (_, n) => ({ n }));
      await asked.wait({ aborted: 4, within: 8000 }).catch(async (error: unknown) => {
        await asked.release(); // their places are needed by other tests
        throw error;
      });
      expect((await failures).map(({ kind }) => kind)).to.deep.equal(Array(4).fill('unreachable'));
    });
  });

  describe('tries again', () => {
    const waits = shortWaits();
    const rows: [name: string, Omit<Fault, 'path'>, requests: number][] = [
      ['after one failure (500)', { fault: 500, times: 1 }, 2],
      ['after two failures (503)', { fault: 503, times: 2 }, 3],
      ['after what may be a connection that broke', { fault: 'no-cors', times: 1 }, 2],
    ];
    for (const [name, fault, count] of rows) {
      it(name, async () => {
        await asked.faults({ path, ...fault });
        expect(await bodyOf()).to.deep.equal(answer);
        expect(await requests()).to.have.length(count);
      });
    }

    it('after half a second and after a second, more or less, so that not all pages ask at once', async () => {
      await asked.faults({ path, fault: 503 });
      await failureOf(() => bodyOf());
      expect(waits).to.have.length(2);
      expect(waits[0]).to.be.within(200, 600);
      expect(waits[1]).to.be.within(400, 1200);
    });

    describe('when it may read how long to wait', () => {
      beforeEach(() => asked.settings({ exposeRetryAfter: true }));

      for (const retryAfter of [0, 'Wed, 21 Oct 2015 07:28:00 GMT']) {
        it(`after too many requests (429), Retry-After ${retryAfter}`, async () => {
          await asked.faults({ path, fault: 429, retryAfter, times: 2 });
          expect(await bodyOf()).to.deep.equal(answer);
          expect(await requests()).to.have.length(3);
        });
      }

      it('after a failure (503)', async () => {
        await asked.faults({ path, fault: 503, retryAfter: 0, times: 1 });
        expect(await bodyOf()).to.deep.equal(answer);
        expect(await requests()).to.have.length(2);
      });

      it('but only twice', async () => {
        await asked.faults({ path, fault: 429, retryAfter: 0 });
        expect((await failureOf(() => bodyOf())).kind).to.equal('busy');
        expect(await requests()).to.have.length(3);
      });

      for (const retryAfter of [3600, 'Wed, 21 Oct 2215 07:28:00 GMT', 'soon', '-1', '1e3', 'NaN']) {
        it(`but not after one that nobody waits for: ${retryAfter}`, async () => {
          await asked.faults({ path, fault: 429, retryAfter });
          expect((await failureOf(() => bodyOf())).kind).to.equal('busy');
          expect(await requests()).to.have.length(1);
        });
      }
    });

    it('no more for whoever has left meanwhile', async () => {
      await asked.settings({ exposeRetryAfter: true });
      await asked.faults({ path, fault: 503, retryAfter: 9, times: 1 });
      const leaving = new AbortController();
      const left = reasonOf(askAs(asked.url + path, { signal: leaving.signal }));
      await asked.wait({ requests: 1, open: 0 });
      leaving.abort();
      expect(await left).to.have.property('name', 'AbortError');
      expect(await bodyOf(), 'who comes after that').to.deep.equal(answer);
      expect(await requests()).to.have.length(2);
    });
  });

  describe('asks by POST where it has a body,', () => {
    shortWaits();
    const path = '/count/articles';
    const groups = (...ids: number[]) => JSON.stringify({ groups: ids.map((id) => ({ id })) });
    const countsOf = async (...ids: number[]) =>
      (await askAs(asked.url + path, { body: groups(...ids) })).answer;
    const methods = async () => (await requests()).map(({ method }) => method);
    const posts = async () => (await methods()).filter((method) => method === 'POST');

    it('and sends it as JSON, after leave was given, with nothing else of its own', async () => {
      document.cookie = 'secret=1';
      const host = asked.url.replace('127.0.0.1', location.hostname);
      const { answer: counts } = await askAs(host + path, { body: groups(327, 329) });
      expect(counts).to.deep.equal({ 327: 20, 329: 1 });
      expect(await methods()).to.deep.equal(['OPTIONS', 'POST']);
      const [leave, post] = await requests();
      expect(leave!.headers).to.include({
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      });
      expect(post!.headers).to.include({ 'content-type': 'application/json' });
      expect(post!.headers).not.to.have.any.keys('cookie', 'authorization', 'referer');
    });

    it('joins equal ones, and remembers their answer', async () => {
      await asked.faults({ path, fault: 'hang' });
      const early = [countsOf(327), countsOf(327)];
      await asked.wait({ requests: 1 });
      const late = countsOf(327);
      await asked.release();
      for (const counts of [...early, late]) expect(await counts).to.deep.equal({ 327: 20 });
      expect(await countsOf(327)).to.deep.equal({ 327: 20 });
      expect(await posts()).to.have.length(1);
    });

    it('takes different bodies, and none, for different questions', async () => {
      const asking = [countsOf(327), countsOf(328), countsOf(327, 328)];
      expect(await Promise.all(asking)).to.deep.equal([{ 327: 20 }, { 328: 1 }, { 327: 20, 328: 1 }]);
      expect((await failureOf(() => bodyOf(path))).kind).to.equal('not-found');
      expect(await countsOf(328)).to.deep.equal({ 328: 1 });
      expect(await posts()).to.have.length(3);
    });

    it('sends none where no leave is given', async () => {
      await asked.settings({ cors: false });
      expect((await failureOf(() => countsOf(327))).kind).to.equal('unreachable');
      expect(new Set(await methods())).to.deep.equal(new Set(['OPTIONS']));
    });

    it('tries again after a failure (500), with its body', async () => {
      await asked.faults({ path, fault: 500, times: 1 });
      expect(await countsOf(327)).to.deep.equal({ 327: 20 });
      expect(await posts()).to.have.length(2);
    });

    it('fails as the source does', async () => {
      const kinds: [Fault['fault'], ErrorKind][] = [
        [400, 'invalid'],
        [403, 'forbidden'],
        [429, 'busy'],
        ['html', 'bad-data'],
      ];
      for (const [fault, kind] of kinds) {
        await asked.faults({ path, fault });
        expect((await failureOf(() => countsOf(327))).kind).to.equal(kind);
      }
      expect(await posts()).to.have.length(kinds.length);
    });

    it('waits its turn at a host, with asking for leave too', async () => {
      await asked.faults({ path: '/total/views/*', fault: 'hang', times: 4 });
      const hanging = Promise.all([1, 2, 3, 4].map((id) => bodyOf(`/total/views/article/${id}`)));
      await asked.wait({ requests: 4 });
      const counts = countsOf(327);
      await askAs(`${asked.url.replace('127.0.0.1', 'localhost')}/total/shares/article/766364`);
      expect(await methods()).to.deep.equal(Array(5).fill('GET'));
      await asked.release();
      expect(await counts).to.deep.equal({ 327: 20 });
      await hanging;
    });

    it('ends the request when its asker leaves', async () => {
      await asked.faults({ path, fault: 'hang' });
      const leaving = new AbortController();
      const { signal } = leaving;
      const left = reasonOf(askAs(asked.url + path, { signal, body: groups(327) }));
      await asked.wait({ requests: 1 });
      leaving.abort();
      expect(await left).to.have.property('name', 'AbortError');
      await asked.wait({ aborted: 1, open: 0 });
    });
  });

  it('follows a redirect', async () => {
    await asked.faults({ path: '/total/views/article/5', fault: 'redirect', to: path });
    expect(await bodyOf('/total/views/article/5')).to.deep.equal(answer);
  });
});
