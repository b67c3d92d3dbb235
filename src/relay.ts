import { createRelay as create } from './relay/app.js';
import type { DrawPng, Relay, RelayOptions } from './relay/options.js';

const drawPng: DrawPng = async (...asked) => (await import('./images/png-node.js')).drawPng(...asked);

/**
 * The relay as a package's user gets it: one `fetch` for Node, Deno and Bun.
 *
 * @throws FigshareError `invalid`: an option that cannot be
 */
export function createRelay(options: RelayOptions = {}): Relay {
  return create({ drawPng, ...options });
}
export type { DrawPng, Lifetimes, LogLine, Relay, RelayOptions, RequestLifetime } from './relay/options.js';
