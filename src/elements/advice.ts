import { FigshareError } from '../figshare/error.js';

/** What the author of a page can do when an address could not be reached: a browser does not say why. */
const advice =
  "offline, or blocked by its own rules for other sites (CORS), by this page's policy, or by an extension.\n" +
  'A snapshot always works, a file next to the page: "npx figshare-elements snapshot", then source="/figshare.json".\n' +
  'So does a relay of your own: "npx figshare-elements relay", then source="https://…".';

/** An error as elements report it: with what to try, where something can be tried. */
export function withAdvice(error: FigshareError): FigshareError {
  const { kind, message, cause } = error;
  return kind === 'unreachable' ? new FigshareError(kind, `${message}: ${advice}`, { cause }) : error;
}
