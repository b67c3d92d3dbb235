import { invalid } from '../figshare/error.js';
import { webUrl } from '../figshare/web-url.js';
import { FirstOf } from './first-of.js';
import { Snapshot } from './snapshot.js';
import { liveService, Service, type ServiceOptions } from './service.js';
import type { Source } from './source.js';

/** Lists that were read before: those of a page's elements are one and the same. */
const read = new Map<string, readonly string[]>();

/**
 * Reads a list of addresses, separated by white space, commas or semicolons; one that is empty means the live service.
 *
 * @param page - what relative addresses are relative to; without one (in Node) they are `invalid`
 * @returns absolute addresses without a slash at their end, in order, each once
 * @throws FigshareError `invalid`
 */
export function parseAddresses(list: string, page?: string): readonly string[] {
  const key = `${page} ${list}`;
  const addresses = read.get(key) ?? readAddresses(list, page);
  read.set(key, addresses);
  return addresses;
}

function readAddresses(list: string, page: string | undefined): string[] {
  const addresses = list.split(/[\s,;"'“”‘’<>]+/).filter(Boolean);
  if (addresses.length === 0) return [liveService];
  return [...new Set(addresses.map((address) => parseAddress(address, page)))];
}

/** The source that asks these addresses in order. */
export function sourceAt(addresses: readonly string[], options?: ServiceOptions): Source {
  return new FirstOf(
    addresses.map((address) =>
      isSnapshot(address) ? new Snapshot(address, options) : new Service(address, options),
    ),
  );
}

/** Whether an address is a snapshot's: a file whose name ends in `.json`. */
export function isSnapshot(address: string): boolean {
  return /^[a-z]+:\/\/[^/?#]+\/[^?#]*\.json(?=[?#]|$)/i.test(address);
}

/** A host without its scheme: "stats.figshare.com" would be a folder of the page's. */
const bareHost = /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?(\/|$)/i;

/** Asked is this very address, or none: what cannot be asked is refused, in words that name it. */
function parseAddress(address: string, page: string | undefined): string {
  const refused = (expected: string) =>
    invalid('source', expected, address.replace(/^([^/]*\/\/).*@/, '$1…@')); // the password is nobody's business
  const url = webUrl(address, page);
  if (url?.username || url?.password) throw refused('without credentials');
  const isFile = url && isSnapshot(url.href);
  if (!url || (!isFile && bareHost.test(address))) throw refused('an http or https address');
  const { origin, pathname, search } = url;
  if (isFile) return origin + pathname + search;
  if (search || /\/(total|timeline|breakdown|top|count)(\/|$)/.test(pathname))
    throw refused('an address without a query or the path of a question');
  return origin + (/^.*[^/]/.exec(pathname)?.[0] ?? '');
}
