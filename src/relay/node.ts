/// <reference types="node" />
import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { NodeRepeats } from './node-repeats.js';
import type { Relay } from './options.js';

export interface Listening {
  /** `http://127.0.0.1:8787` */
  url: string;
  /** Takes no new connection, and resolves when the requests in flight have their answers. */
  stop: () => Promise<void>;
}

/** Milliseconds. */
const headersTimeout = 10_000;
const requestTimeout = 15_000;
const keepAliveTimeout = 30_000;
/** Requests in flight are not waited for any longer. */
const longestStop = 30_000;
/** How often a server that stops looks for connections on which nothing is asked any more. */
const sweep = 50;

/**
 * Serves a relay by HTTP.
 *
 * @throws the system's error, where the port cannot be had
 */
export async function listen(
  relay: Relay,
  { port, hostname }: { port: number; hostname: string },
): Promise<Listening> {
  const serverOptions = {
    headersTimeout,
    requestTimeout,
    keepAliveTimeout,
    connectionsCheckingInterval: 1000,
  };
  const repeats = new NodeRepeats(relay.repeats);
  const ask = getRequestListener(
    async (request, { incoming }) => {
      const response = await relay.fetch(request);
      repeats.keep(incoming as IncomingMessage, response);
      return response;
    },
    { hostname },
  );
  const inFlight = new Set<IncomingMessage>();
  const server = createServer(serverOptions, (request, response) => {
    if (repeats.send(request, response)) return;
    inFlight.add(request);
    response.once('close', () => inFlight.delete(request));
    request.url = pathIn(request.url);
    void ask(request, response);
  });
  server.on('connect', (_request, socket: Socket) =>
    socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n'),
  );
  const connections = connectionsOf(server);
  server.listen(port, hostname);
  await once(server, 'listening');
  const { address, family, port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
    stop: () => stopped(server, connections, inFlight),
  };
}

/**
 * The path that is asked for, without the scheme and host that some proxies send. A URL parser would resolve `..` and
 * turn `\` into `/` before the relay looks at it: such a path becomes one that the relay does not know.
 */
function pathIn(target = ''): string {
  const own = target.replace(/^https?:\/\/[^/?#\\]*/i, '');
  const [path = ''] = own.split('?');
  const isPlain = /^\/[\w./+-]*$/.test(path) && !/\/[./]/.test(path) && !own.includes('#');
  return isPlain ? own : '/';
}

/** Serves until the process is told to stop; then finishes what it has begun, and ends the process. */
export async function serve(...[relay, address]: Parameters<typeof listen>): Promise<void> {
  const server = await listen(relay, address);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Once: the second time, the system ends the process.
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
  console.log(`listening on ${server.url}`);
}

function connectionsOf(server: Server): ReadonlySet<Socket> {
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return connections;
}

async function stopped(
  server: Server,
  connections: ReadonlySet<Socket>,
  inFlight: ReadonlySet<IncomingMessage>,
): Promise<void> {
  const closed = once(server, 'close');
  // Browsers open some on which they ask nothing yet, and others never end their headers: Node takes them for busy.
  const closeIdle = () => {
    const busy = new Set([...inFlight].map(({ socket }) => socket));
    // What was answered from memory is not in flight, but its reader may not have taken all of it.
    for (const socket of connections) if (!busy.has(socket) && socket.writableLength === 0) socket.destroy();
  };
  // Node's own takes an answer for sent as soon as it is written.
  server.closeIdleConnections = closeIdle;
  server.close();
  const sweeping = setInterval(closeIdle, sweep);
  const giveUp = setTimeout(() => server.closeAllConnections(), longestStop);
  await closed;
  clearInterval(sweeping);
  clearTimeout(giveUp);
}
