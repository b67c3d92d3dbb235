const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cherokee}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];

/**
 * A referrer as text, and where it leads if it is a plain host name. One that mixes scripts, so that it may look like
 * another, is shown as it travels (`xn--…`).
 */
export function readHost(referrer: string): { text: string; href: string | undefined } {
  const address = `https://${referrer}/`;
  const isHost = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(referrer) && URL.canParse(address);
  if (!isHost || /^[\d.]+$/.test(referrer)) return { text: referrer, href: undefined };
  const { hostname, href } = new URL(address);
  const isMixed = scripts.filter((script) => script.test(referrer)).length > 1;
  return { text: isMixed ? hostname : referrer, href };
}
