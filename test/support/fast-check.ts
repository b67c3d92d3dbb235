/**
 * fast-check with a fixed seed: a run fails because something was changed, never by chance. Another seed searches
 * further. The random cases of what computes are tried in full in one engine, and a tenth of them in the others:
 * these are there for what engines do differently.
 */
import fc from 'fast-check';

const isOtherEngine = 'document' in globalThis && !navigator.userAgent.includes('Chrome/');

/** How many cases to try, in place of the usual hundred. */
export const cases = (full: number) => ({ numRuns: isOtherEngine ? full / 10 : full });

fc.configureGlobal({ seed: 766364, ...cases(100) });

export default fc;
