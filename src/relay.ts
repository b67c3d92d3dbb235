/** The relay as a package's user gets it: one `fetch` for Node, Deno, Bun and workers. */
export { createRelay } from './relay/app.js';
export type { Lifetimes, LogLine, Relay, RelayOptions, RequestLifetime } from './relay/options.js';
