import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { control, isControl } from './stand-in/control.js';
import { respond } from './stand-in/respond.js';
import { recordedItems } from './stand-in/recorded-items.js';
import { sampleItems } from './stand-in/sample-items.js';
import { LiveWorld } from './stand-in/world.js';
import type { World } from './stand-in/world.js';

export type { Fault, FaultName } from './stand-in/faults.js';
export type { Recorded } from './stand-in/record.js';
export type { Settings, World } from './stand-in/world.js';

export interface StandIn {
  /** `http://127.0.0.1:PORT`: the world named default. */
  readonly url: string;
  /** Made on first use, here or by a request to `/w/{name}/…`. */
  world(name: string): World;
  close(): Promise<void>;
}

/**
 * A stand-in of figshare's statistics service and of what we use of its main API (under `/v2`):
 * it answers to the letter of FIGSHARE.md, from recorded and sample data, and fails on demand.
 *
 * @param options.port - 0, the default, takes any free one.
 * @param options.today - The service's idea of today, for default dates and for series that go on.
 */
export async function startStandIn({
  port = 0,
  today = () => new Date(),
}: { port?: number; today?: () => Date } = {}): Promise<StandIn> {
  const worlds = new Map<string, LiveWorld>();
  const shared = { today, known: new Map([...recordedItems(), ...sampleItems()]) };

  function world(name: string): LiveWorld {
    const known = worlds.get(name);
    if (known) return known;
    const made = new LiveWorld(name, `${url}/w/${name}`, () => worlds.delete(name));
    worlds.set(name, made);
    return made;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '/';
    const at = address.indexOf('?');
    const whole = at < 0 ? address : address.slice(0, at);
    const query = at < 0 ? '' : address.slice(at + 1);
    const prefix = /^\/w\/([\w.-]+)(?=\/|$)/.exec(whole);
    const path = whole.slice(prefix?.[0].length ?? 0) || '/';
    const asked = world(prefix?.[1] ?? 'default');
    if (isControl(request.method ?? 'GET', path))
      return control(asked, path, new URLSearchParams(query), request, response);
    return respond({ path, query }, request, response, asked, shared);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A client that leaves in the middle of its own request is no fault of ours; anything else must show.
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    world,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
