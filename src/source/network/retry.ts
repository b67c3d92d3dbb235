import { FigshareError } from '../../figshare/error.js';
import { RequestError } from './request.js';

const retries = 2;
/** Milliseconds; nobody waits longer for a number on a page. */
const longestWait = 10_000;

/**
 * Tries a task again when its failure can heal: a server that stumbled (twice at most), a wait that the source
 * asked for (twice), a connection that broke (once: it may as well be a refusal that never heals). "Come back
 * later" without a time is never answered blindly. Whoever leaves meanwhile need not wait: `joined` lets them go.
 */
export async function retried<Result>(task: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await task();
    } catch (error) {
      const wait = attempt < retries ? waitBefore(error, attempt) : undefined;
      if (wait === undefined || wait > longestWait) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Milliseconds until the failure may have healed; undefined when it will not. */
function waitBefore(error: unknown, attempt: number): number | undefined {
  const jittered = 400 * 2 ** attempt * (0.5 + Math.random());
  if (error instanceof RequestError && /^(busy|unavailable)$/.test(error.kind)) {
    return error.details.retryAfter ?? (error.kind === 'busy' ? undefined : jittered);
  }
  // fetch's own word for a broken connection; a time-out has waited long enough already.
  const isBroken = error instanceof FigshareError && error.cause instanceof TypeError;
  return isBroken && attempt === 0 ? jittered : undefined;
}
