import { createRelay } from './app.js';
import { credentialsIn } from './credentials.js';
import type { DrawPng, Relay, RequestLifetime } from './options.js';

/** Variables and secrets of the worker; credentials as `credentialsIn` reads them. */
interface Environment {
  /** Address of the statistics service. */
  UPSTREAM?: string;
  /** This worker's address as readers see it, where it stands under a path. */
  BASE_URL?: string;
  /** Origins, separated by white space. */
  ALLOW_ORIGIN?: string;
  [name: string]: unknown;
}

let relay: Relay | undefined;

/** A worker compiles no program: its platform has compiled what lies beside it. */
const drawPng: DrawPng = async (svg, scale) => {
  const { drawPng } = await import('../images/png.js');
  return drawPng(svg, scale, async () => (await import('@resvg/resvg-wasm/index_bg.wasm')).default);
};

/** The relay on Cloudflare Workers and its like. */
export default {
  fetch(request: Request, environment: Environment, context?: RequestLifetime): Response | Promise<Response> {
    relay ??= createRelay({
      upstream: environment.UPSTREAM,
      baseUrl: environment.BASE_URL,
      allowOrigin: environment.ALLOW_ORIGIN?.split(/\s+/).filter(Boolean),
      credentials: credentialsIn(environment),
      // A request can wait here neither for another one's end nor for a timer of its, so there is no queue. The other
      // limits hold: equal questions are one, answers are kept, and "later" is heeded.
      concurrency: Infinity,
      perSecond: Infinity,
      drawPng,
      pageFiles: async () => (await import('./page-files.js')).pageFiles,
      log: (line) => console.log(JSON.stringify(line)),
    });
    return relay.fetch(request, environment, context);
  },
};
