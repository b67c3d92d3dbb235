import { webUrl } from '../figshare/web-url.js';

// Longer labels are none, and WebKit takes seconds to encode one of very many letters.
const name = /^[\p{L}\p{M}\p{N}-]{1,63}(\.[\p{L}\p{M}\p{N}-]{1,63})+$/u;
const scripts = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Armenian}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Cherokee}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
];

/**
 * A referrer as text, and where it leads if it is a plain host name. One that mixes scripts, so that it may look like
 * another, is shown as it travels (`xn--…`).
 */
export function readHost(referrer: string): { text: string; href: string | undefined } {
  const { hostname = '', href } = (name.test(referrer) ? webUrl(`https://${referrer}/`) : undefined) ?? {};
  // Numbers, however they are written (`0x7f.1` is 127.0.0.1), lead to somebody's own machine at most.
  if (/^[\d.]*$/.test(hostname)) return { text: referrer, href: undefined };
  const letters = referrer.replace(/[-.\d]/g, '');
  const isMixed = scripts.some((script) => !['', letters].includes(letters.replace(script, '')));
  return { text: isMixed ? hostname : referrer, href };
}
