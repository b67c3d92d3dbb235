import { invalid } from '../figshare/error.js';
import { FirstOf } from './first-of.js';
import { Snapshot } from './snapshot.js';
import { Service, type ServiceOptions } from './service.js';
import type { Source } from './source.js';

const liveService = 'https://stats.figshare.com';

/**
 * Reads a white-space separated list of addresses; one that is empty means the live service.
 *
 * @param page - what relative addresses are relative to; without one (in Node) they are `invalid`
 * @returns absolute addresses without a slash at their end, in order, each once
 * @throws FigshareError `invalid`
 */
export function parseAddresses(list: string, page?: string): string[] {
  const addresses = list.split(/\s+/).filter(Boolean);
  if (addresses.length === 0) return [liveService];
  return [...new Set(addresses.map((address) => parseAddress(address, page)))];
}

/** The source that asks these addresses in order. */
export function sourceAt(addresses: readonly string[], options?: ServiceOptions): Source {
  return new FirstOf(
    addresses.map((address) => new (isSnapshot(address) ? Snapshot : Service)(address, options)),
  );
}

/** Whether an address is a snapshot's: a file whose name ends in `.json`. */
export function isSnapshot(address: string): boolean {
  return new URL(address).pathname.endsWith('.json');
}

function parseAddress(address: string, page: string | undefined): string {
  const url = URL.canParse(address, page) ? new URL(address, page) : undefined;
  const shown = address.replace(/\/\/.*@/, '//…@'); // a password is not repeated
  if (url?.username || url?.password) {
    throw invalid('source', 'without credentials: every reader could use them', shown);
  }
  if (!url || !/^https?:$/.test(url.protocol)) throw invalid('source', 'http or https addresses', shown);
  if (isSnapshot(url.href)) return url.origin + url.pathname + url.search;
  return url.origin + url.pathname.replace(/\/+$/, '');
}
