import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { FigshareError, invalid } from '../figshare/error.js';
import { isSnapshot, parseAddresses } from '../source/sources.js';
import { Answers, type CachedAnswer } from './answers.js';
import { embedRoutes } from './embed-routes.js';
import { imageRoutes } from './image-routes.js';
import { logTime } from './log-time.js';
import { oembedRoutes } from './oembed-routes.js';
import type { Lifetimes, Relay, RelayOptions, Repeat, RequestLifetime } from './options.js';
import { ownAddressOf } from './own-address.js';
import { lastDay, RelaySource } from './relay-source.js';
import { answerReply, errorReply, methodReply } from './reply.js';
import { AnswerRepeat } from './repeat.js';
import { parseRoute, type Route } from './route.js';
import { askUpstream } from './upstream.js';
import { UpstreamQueue } from './upstream-queue.js';

interface RelayContext {
  Bindings: { lifetime: RequestLifetime | undefined };
  Variables: {
    /** For the log: the path as recognised, and where the answer came from. */
    path?: string;
    cache?: string;
    answer?: CachedAnswer;
  };
}

const usualLifetimes: Lifetimes = { fresh: 600_000, stale: 86_400_000, failurePause: 30_000 };
const longestUrl = 2048;
const largestBody = 8192;
/** What a page would post, to find out whether a path takes it. */
const anyGroup = '{"groups":[{"id":1}]}';

/** What pages may read of an answer; a 304 has them, too. */
const exposed = ['Age', 'Retry-After', 'X-Figshare-Stale'];
const retainedHeaders = [
  ...RETAINED_304_HEADERS,
  ...exposed,
  'access-control-allow-origin',
  'access-control-expose-headers',
];

const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
};

/**
 * A relay of the statistics service, with the same paths: a web-standard `fetch` handler for Node, Deno, Bun and
 * Workers. It asks the service only what `parseRoute` recognises, and only in its own words.
 *
 * @throws FigshareError `invalid`: an option that cannot be
 */
export function createRelay(options: RelayOptions = {}): Relay {
  const { now = Date.now, log, timeout = 10_000, credentials = new Map(), snapshot } = options;
  const lifetimes = { ...usualLifetimes, ...options.lifetimes };
  const base = upstreamOf(options.upstream ?? '');
  const ownAddress = ownAddressOf(options.baseUrl);
  const queue = new UpstreamQueue({
    concurrency: options.concurrency ?? 4,
    perSecond: options.perSecond ?? 5,
    waiting: options.waiting ?? 100,
    maxWait: options.maxWait ?? 20_000,
    now,
  });
  const answers = new Answers({
    ask: (route) => askUpstream(route, { base, credentials, timeout }),
    queue,
    snapshot: typeof snapshot === 'function' ? snapshot : () => snapshot,
    memory: options.memory ?? 50_000_000,
    ...lifetimes,
    now,
  });
  const started = now();

  const readers = originsOf(options.allowOrigin ?? []);
  const repeats = new WeakMap<Response, Repeat>();

  const app = new Hono<RelayContext>();

  app.use(async (context, next) => {
    const came = now();
    await next();
    const { headers, status } = context.res;
    for (const [name, value] of Object.entries(safeHeaders)) if (!headers.has(name)) headers.set(name, value);
    log?.({
      time: logTime(came),
      method: context.req.method,
      path: context.get('path') ?? new URL(context.req.url).pathname.slice(0, 200),
      status,
      ms: now() - came,
      cache: context.get('cache') ?? 'none',
    });
    const { path, answer } = context.var;
    if (path && answer?.holds() && context.req.method === 'GET' && status === 200)
      repeats.set(context.res, new AnswerRepeat(path, answer, { now, lifetimes, log }));
  });

  app.use(
    cors({
      origin: readers,
      allowMethods: ['GET', 'HEAD', 'POST'],
      allowHeaders: ['content-type'],
      exposeHeaders: exposed,
      maxAge: 86_400,
    }),
  );
  app.use(etag({ retainedHeaders }));

  app.use(async (context, next) => {
    const { url } = context.req;
    if (url.length > longestUrl) throw invalid('address', `${longestUrl} characters at most`, 'more');
    await next();
  });

  app.get('/healthz', (context) => {
    const uptime = Math.floor((now() - started) / 1000);
    const { version } = options;
    const body = { status: 'ok', version, uptime, answers: answers.size, silent: queue.isSilent };
    return context.json(body, 200, { 'cache-control': 'no-store' });
  });

  app.use('/:drawn{badge|sparkline|embed|oembed}/*', async (context, next) => {
    await next();
    context.env.lifetime?.waitUntil(queue.idle());
  });
  const source = new RelaySource(base, answers, now);
  app.route('/', imageRoutes(source, { drawPng: options.drawPng }));
  app.route('/', embedRoutes(source, ownAddress, options.pageFiles));
  app.route('/', oembedRoutes(source, ownAddress));

  // What is sent along says nothing about a path that is not there, or that does not take it.
  app.use(async ({ req }, next) => {
    const isOwn = app.router.match('GET', req.path)[0].some(([[, { method }]]) => method === 'GET');
    const allowed = isOwn ? ['GET', 'HEAD'] : methodsAt(req.url, lastDay(now()));
    if (allowed.length === 0) throw noSuchPath();
    return allowed.includes(req.method) ? next() : methodReply(allowed);
  });
  const limit = bodyLimit({
    maxSize: largestBody,
    onError: () => errorReply(invalid('body', `${largestBody} bytes at most`, 'more')),
  });
  app.all('*', limit, async (context) => {
    const route = await routeOf(context, lastDay(now()));
    context.set('path', route.path);
    const answer = await answers.to(route, {
      lifetime: context.env.lifetime,
      origin: context.req.header('origin'),
    });
    context.set('cache', answer.status);
    context.set('answer', answer);
    return answerReply(answer, now(), lifetimes);
  });

  app.notFound(() => errorReply(noSuchPath()));
  app.onError((error) => {
    if (error instanceof FigshareError) return errorReply(error);
    console.error(error);
    return errorReply(new FigshareError('unavailable', 'the relay failed'));
  });
  return {
    // Hono's own way to a platform's context throws, and builds an error with its stack, where there is none.
    fetch: (request, _, lifetime) => app.fetch(request, { lifetime }),
    repeats: {
      of: (response) => repeats.get(response),
      reader: (origin = '') => (readers === '*' ? '' : (readers(origin) ?? '')),
    },
  };
}

function noSuchPath(): FigshareError {
  return new FigshareError('not-found', 'the relay has no such path');
}

function upstreamOf(text: string): string {
  const [address = '', ...others] = parseAddresses(text);
  if (others.length > 0 || isSnapshot(address)) throw invalid('upstream', 'one service or relay', text);
  return address;
}

/** Who may read: every page, or those of some origins. @throws FigshareError `invalid`: what is no origin */
function originsOf(list: readonly string[]): '*' | ((origin: string) => string | undefined) {
  const origins = new Set(list.filter((entry) => entry !== '*').map(originOf));
  if (list.length === 0 || list.includes('*')) return '*';
  return (origin) => (origins.has(origin) ? origin : undefined);
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && /^\/?$/.test(text.slice(url.origin.length))) return url.origin;
  throw invalid('allow-origin', '* or origins such as https://www.example.edu', text);
}

async function routeOf({ req }: Context, lastDay: string): Promise<Route> {
  const isPost = req.method === 'POST';
  const type = req.header('content-type') ?? '';
  if (isPost && !/^application\/json\s*(;|$)/i.test(type))
    throw invalid('content-type', 'application/json', type);
  const body = isPost ? await req.text() : '';
  return parseRoute({ method: isPost ? 'POST' : 'GET', ...targetOf(req.url), body }, lastDay);
}

/** The methods that a path takes; none where there is no such path. */
function methodsAt(url: string, lastDay: string): string[] {
  const takes = (method: string) => {
    try {
      parseRoute({ method, ...targetOf(url), body: anyGroup }, lastDay);
      return true;
    } catch (error) {
      return error instanceof FigshareError && error.kind === 'invalid'; // a value is wrong, the path is not
    }
  };
  return [...(takes('GET') ? ['GET', 'HEAD'] : []), ...(takes('POST') ? ['POST'] : [])];
}

function targetOf(url: string): { path: string; query: string } {
  const { pathname, search } = new URL(url);
  return { path: pathname, query: search.slice(1) };
}
