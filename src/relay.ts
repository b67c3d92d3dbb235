import { createRelay as create } from './relay/app.js';
import type { DrawPng, LoadPageFiles, Relay, RelayOptions } from './relay/options.js';

const drawPng: DrawPng = async (...asked) => (await import('./images/png-node.js')).drawPng(...asked);
const pageFiles: LoadPageFiles = async () => (await import('./relay/page-files.js')).pageFiles;

/**
 * The relay as a package's user gets it: one `fetch` for Node, Deno and Bun.
 *
 * @throws FigshareError `invalid`: an option that cannot be
 */
export function createRelay(options: RelayOptions = {}): Relay {
  return create({ drawPng, pageFiles, ...options });
}
export type {
  DrawPng,
  Lifetimes,
  LoadPageFiles,
  LogLine,
  Relay,
  RelayOptions,
  RequestLifetime,
} from './relay/options.js';
