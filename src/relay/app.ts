import { Hono, type Context, type ExecutionContext } from 'hono';
import { FigshareError, invalid } from '../figshare/error.js';
import { parseRoute, type Route } from './route.js';
import { parseAddresses } from '../source/sources.js';
import { readText } from '../source/network/request.js';
import { AllowedOrigins } from './allowed-origins.js';
import { Answers, type KeepAlive } from './answers.js';
import { imageRoutes } from './images.js';
import type { Lifetimes, Relay, RelayOptions } from './options.js';
import { lastDay, RelaySource } from './relay-source.js';
import { answerReply, errorReply } from './reply.js';
import { askUpstream } from './upstream.js';
import { UpstreamQueue } from './upstream-queue.js';

interface RelayContext {
  Variables: {
    /** For the log: the path as recognised, and where the answer came from. */
    path?: string;
    cache?: string;
  };
}

const usualLifetimes: Lifetimes = { fresh: 600_000, stale: 86_400_000, rest: 30_000 };
const longestUrl = 2048;
const largestBody = 8192;
/** What a page would post, to find out whether a path takes it. */
const anyGroup = '{"groups":[{"id":1}]}';

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
  const { now = Date.now, log, timeout = 10_000, credentials = new Map() } = options;
  const lifetimes = { ...usualLifetimes, ...options.lifetimes };
  const origins = new AllowedOrigins(options.allowOrigin ?? []);
  const [base = '', ...others] = parseAddresses(options.upstream ?? '');
  if (others.length > 0) throw invalid('upstream', 'one address', options.upstream ?? '');
  const queue = new UpstreamQueue({
    concurrency: options.concurrency ?? 4,
    perSecond: options.perSecond ?? 5,
    waiting: options.waiting ?? 100,
    patience: options.patience ?? 20_000,
    now,
  });
  const answers = new Answers({
    ask: (route) => askUpstream(route, { base, credentials, timeout }),
    queue,
    snapshot: options.snapshot,
    memory: options.memory ?? 50_000_000,
    ...lifetimes,
    now,
  });
  const started = now();
  const images = imageRoutes(new RelaySource(base, answers, now));

  const app = new Hono<RelayContext>();

  app.use(async (context, next) => {
    const came = now();
    await next();
    const { headers, status } = context.res;
    headers.delete('access-control-allow-origin'); // who may read is said here alone
    for (const [name, value] of Object.entries(origins.headers(context.req.header('origin')))) {
      headers.set(name, value);
    }
    for (const [name, value] of Object.entries(safeHeaders)) if (!headers.has(name)) headers.set(name, value);
    log?.({
      time: new Date(came).toISOString(),
      method: context.req.method,
      path: context.get('path') ?? new URL(context.req.url).pathname.slice(0, 200),
      status,
      ms: now() - came,
      cache: context.get('cache') ?? 'none',
    });
  });

  app.use(async (context, next) => {
    if (context.req.url.length > longestUrl)
      throw invalid('address', `${longestUrl} characters at most`, 'more');
    await next();
  });

  app.get('/healthz', (context) => {
    const uptime = Math.floor((now() - started) / 1000);
    const body = {
      status: 'ok',
      version: options.version,
      uptime,
      answers: answers.size,
      silent: queue.isSilent,
    };
    return context.json(body, 200, { 'cache-control': 'no-store' });
  });

  app.options('*', (context) => {
    const methods = ['GET', 'POST'].filter((method) => isRoute(context.req.url, method, lastDay(now())));
    if (methods.length === 0) return context.notFound();
    const takesBody = methods.includes('POST');
    return context.body(null, 204, {
      'access-control-allow-methods': methods.join(),
      ...(takesBody && { 'access-control-allow-headers': 'content-type' }),
      'access-control-max-age': '86400',
    });
  });

  app.get('/:variant{badge|sparkline}/*', async (context) => {
    const image = await images.fetch(context.req.raw);
    keepAliveOf(context)?.(queue.idle());
    return image.status === 404 ? context.notFound() : image;
  });

  app.all('*', async (context) => {
    const route = await routeOf(context.req.raw, lastDay(now()));
    context.set('path', route.path);
    const told = await answers.to(route, keepAliveOf(context));
    context.set('cache', told.origin);
    return answerReply(told, context.req.raw, now(), lifetimes);
  });

  app.notFound(() => errorReply(new FigshareError('not-found', 'the relay has no such path')));
  app.onError((error) => {
    if (error instanceof FigshareError) return errorReply(error);
    console.error(error);
    return errorReply(new FigshareError('unavailable', 'the relay failed'));
  });
  return {
    fetch: (request, _, context) => app.fetch(request, {}, context as ExecutionContext | undefined),
  };
}

async function routeOf(request: Request, lastDay: string): Promise<Route> {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const body = method === 'POST' ? await bodyOf(request) : '';
  return parseRoute({ method, ...targetOf(request.url), body }, lastDay);
}

async function bodyOf(request: Request): Promise<string> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw invalid('content-type', 'application/json', request.headers.get('content-type') ?? '');
  }
  try {
    return await readText(request.body, 'the page', largestBody);
  } catch {
    throw invalid('body', `whole, and ${largestBody} bytes at most`, 'something else');
  }
}

function isRoute(url: string, method: string, lastDay: string): boolean {
  try {
    parseRoute({ method, ...targetOf(url), body: anyGroup }, lastDay);
    return true;
  } catch {
    return false; // what is wrong, the request itself is told
  }
}

function targetOf(url: string): { path: string; query: string } {
  const { pathname, search } = new URL(url);
  return { path: pathname, query: search.slice(1) };
}

/** Hono throws where the platform knows of no such thing. */
function keepAliveOf(context: Context): KeepAlive | undefined {
  try {
    const { executionCtx } = context;
    return (work) => executionCtx.waitUntil(work);
  } catch {
    return undefined;
  }
}
