import { FigshareError } from '../figshare/error.js';

/** What the author of a page can do when an address could not be reached: a browser does not say why. */
const advice =
  'offline, or blocked (CORS, a policy, an extension). What always works: ' +
  '"npx figshare-elements snapshot" and source="/figshare.json", or "npx figshare-elements relay" and its address';

/** An error as elements report it: with what to try, where something can be tried. */
export function withAdvice(error: FigshareError): FigshareError {
  const { kind, message, cause } = error;
  return kind === 'unreachable' ? new FigshareError(kind, `${message}: ${advice}`, { cause }) : error;
}
