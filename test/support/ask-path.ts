import { ask } from '../../src/source/network/ask.js';
import type { AskPath } from '../../src/figshare/ask-path.js';

/** Asks paths below one address, the main API's too. */
export const askPathAt =
  (address: string, signal?: AbortSignal): AskPath =>
  async (path, read, body) =>
    (await ask(address + path, read, { signal, body })).answer;
