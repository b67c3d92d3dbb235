import { FigshareError } from '../figshare/error.js';

/** What the author of a page can do when an address could not be reached: a browser does not say why. */
const advice =
  'offline, or blocked (CORS, CSP, an extension). What always works: ' +
  'source="/figshare.json", made by "npx figshare-elements snapshot"';

/** An error as elements report it: with what to try, where something can be tried. */
export function withAdvice(error: FigshareError): FigshareError {
  const { kind, message, cause } = error;
  return kind === 'unreachable' ? new FigshareError(kind, `${message}: ${advice}`, { cause }) : error;
}
