import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './answer.js';
import { serviceAnswer, slugs, takenApart } from './answers/service.js';
import { readText } from './control.js';
import { dayOf } from './dates.js';
import { Exchange } from './exchange.js';
import type { ItemSettings } from './items.js';
import { misbehave, withoutCors } from './misbehave.js';
import { Items } from './question.js';
import type { LiveWorld } from './world.js';

export interface Asked {
  path: string;
  /** Without the question mark. */
  query: string;
}

/** What all worlds of a stand-in share. */
export interface Shared {
  today: () => Date;
  /** Recorded and sample items, by `kind/id`. */
  known: ReadonlyMap<string, ItemSettings>;
}

/** Puts a request on record and answers it: as the service would, unless a fault fits. */
export async function respond(
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
  world: LiveWorld,
  shared: Shared,
): Promise<void> {
  const { method = 'GET' } = request;
  // A fault may look at it, and those of other methods are empty.
  const posted = method === 'POST' ? await readText(request) : '';
  const entry = world.requests.begin({ method, ...asked, posted, headers: plainHeaders(request) });
  const exchange = new Exchange(request, response, entry);
  world.watch(exchange);

  const { cors, exposeRetryAfter, delay } = world.settings();
  const isMainApi = asked.path.startsWith('/v2/');
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=UTF-8' };
  if (cors || isMainApi) headers['access-control-allow-origin'] = '*';
  if (exposeRetryAfter) headers['access-control-expose-headers'] = 'Retry-After';

  if (method === 'OPTIONS') return exchange.send(preflight(asked.path, headers));

  // As things are when the request comes: whoever has waited for it may change or release them at once.
  const fault = world.faultsLeft.take({ ...asked, posted });
  const { released } = world;
  await exchange.pause(delay);
  if (fault?.after) await world.requests.wait({ requests: fault.after });
  const answer = answerFor(asked, request, posted, world, shared);
  const all = { ...headers, ...answer.headers };
  if (!fault) return exchange.send({ ...answer, headers: all });
  return misbehave(fault, exchange, { answer, headers: all, base: world.url, released });
}

function answerFor(
  { path, query }: Asked,
  request: IncomingMessage,
  body: string,
  world: LiveWorld,
  { today, known }: Shared,
): Answer {
  const { items, groups, combined, credentials } = world.settings();
  const { slug, pieces } = takenApart(path);
  const institutions = Object.values(items).map(({ institution }) => institution);
  const secret = slug !== undefined && Object.hasOwn(credentials, slug) ? credentials[slug] : undefined;
  const day = dayOf(today());
  return serviceAnswer(
    {
      pieces,
      path,
      query: new URLSearchParams(query),
      slug,
      body,
      contentType: request.headers['content-type'] ?? '',
      today: day,
      items: new Items(items, known, day),
      groups,
    },
    {
      method: request.method ?? 'GET',
      combined,
      slugKnown:
        slug !== undefined && (slugs.includes(slug) || institutions.includes(slug) || secret !== undefined),
      authorized: secret !== undefined && request.headers.authorization === `Basic ${btoa(secret)}`,
    },
  );
}

/** Only counting and searching take a JSON body, so only there is a content type allowed; no other header anywhere. */
function preflight(path: string, headers: Record<string, string>): Answer {
  const isPost = path.endsWith('/count/articles') || path === '/v2/articles/search';
  const allowed = {
    ...headers,
    'access-control-allow-methods': isPost ? 'POST' : 'GET',
    ...(isPost && { 'access-control-allow-headers': 'content-type' }),
  };
  return {
    status: 200,
    body: '',
    headers: 'access-control-allow-origin' in headers ? allowed : withoutCors(allowed),
  };
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}
