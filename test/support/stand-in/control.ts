import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.js';
import type { Until } from './record.js';
import type { Settings, World } from './world.js';

const headers = {
  'content-type': 'application/json; charset=UTF-8',
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, PUT, DELETE',
  'access-control-allow-headers': 'content-type',
};

export function isControl(method: string, path: string): boolean {
  return path.startsWith('/_') || (path === '/' && (method === 'DELETE' || method === 'OPTIONS'));
}

/** A world's methods by HTTP, for tests that run in a page. Not on record; every answer is JSON. */
export async function control(
  world: World,
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reply = (status: number, value: unknown) =>
    response.writeHead(status, headers).end(JSON.stringify(value));
  try {
    switch (`${request.method} ${path}`) {
      case 'PUT /_settings':
        return void reply(200, world.settings((await readJson(request)) as Partial<Settings>));
      case 'PUT /_faults':
        world.faults((await readJson(request)) as Fault[]);
        return void reply(200, {});
      case 'GET /_record':
        return void reply(200, world.record());
      case 'GET /_wait':
        await world.wait(untilFrom(query));
        return void reply(200, world.record());
      case 'PUT /_release':
        world.release();
        return void reply(200, {});
      case 'DELETE /':
        world.forget();
        return void reply(200, {});
      default:
        return void reply(request.method === 'OPTIONS' ? 200 : 404, {
          message: `no control ${request.method} ${path}`,
        });
    }
  } catch (error) {
    reply(400, { message: String(error) });
  }
}

export async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += String(chunk);
  return text;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  return JSON.parse(await readText(request));
}

function untilFrom(query: URLSearchParams): Until {
  const known = ['requests', 'aborted', 'open', 'within'];
  const strange = [...query.keys()].find((name) => !known.includes(name));
  if (strange !== undefined) throw new Error(`cannot wait for ${strange}, only for ${known.join(', ')}`);
  return Object.fromEntries([...query].map(([name, value]) => [name, Number(value)]));
}
