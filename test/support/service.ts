import { Service } from '../../src/source/service.js';
import type { PageWorld } from './worlds.js';

/** A service that is a world of the stand-in. A request that hangs is given up long after a test has given up waiting. */
export function serviceOf({ url }: PageWorld): Service {
  return new Service(url, { api: `${url}/v2`, timeout: 60_000 });
}
