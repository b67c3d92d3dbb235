import { mainApi } from '../source/service.js';
import { isSnapshot } from '../source/sources.js';

/**
 * Who is asked, for a reader to agree to.
 *
 * @param needsMainApi - whether DOIs are looked up or names are asked for; a snapshot holds these, too
 */
export function hostsOf(addresses: readonly string[], needsMainApi: boolean): string {
  const asksMainApi = needsMainApi && !addresses.every(isSnapshot);
  const all = asksMainApi ? [...addresses, mainApi] : addresses;
  return [...new Set(all.map((address) => new URL(address).host))].join(', ');
}
