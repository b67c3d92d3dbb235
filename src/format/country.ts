import { perLocale } from './per-locale.js';

/**
 * Country names that the service may spell otherwise than Intl does, which knows no way from a name to its code. What
 * `plain` makes equal needs no line here.
 */
const otherSpellings = `
  BN Brunei Darussalam
  BQ Bonaire, Sint Eustatius and Saba
  BQ Bonaire, Saint Eustatius and Saba
  CD Democratic Republic of the Congo
  CG Congo
  CI Ivory Coast
  CV Cabo Verde
  CV Cape Verde
  CZ Czech Republic
  HK Hong Kong
  KP Democratic People's Republic of Korea
  KR Korea
  LA Lao People's Democratic Republic
  LY Libyan Arab Jamahiriya
  MK Macedonia
  MM Burma
  MO Macao
  MO Macau
  PN Pitcairn
  PS Palestine
  PS Palestinian Territory
  PS Occupied Palestinian Territory
  RU Russian Federation
  SY Syrian Arab Republic
  SZ Swaziland
  TL East Timor
  TR Turkey
  TR Türkiye
  TW Taiwan, Province of China
  US America
  VA Holy See
  VA Vatican
  VN Viet Nam`;

let codes: Map<string, string> | undefined;

const names = perLocale((locale) => new Intl.DisplayNames(locale, { type: 'region' }));

/** A country's name in a language; as it came where that is English already, or not known to Intl. */
export function formatCountry(name: string, locale: string): string {
  if (/^en\b/i.test(locale)) return name;
  const code = codeOf(name);
  return (code && names(locale).of(code)) || name;
}

/** The ISO 3166 code of a country's English name. */
export function codeOf(name: string): string | undefined {
  codes ??= new Map([...englishNames(), ...spelledOtherwise()].map(([name, code]) => [plain(name), code]));
  return codes.get(plain(name));
}

/** Codes of former times that come after the ones in their places, whose names Intl gives them. */
const former = /^(DY|F[QX]|HV|NQ|PC|PZ|QU|SU|TP|UK|WK|YU|ZR)$/;

/** Every two letters that Intl has a name for: a list that nobody has to keep, and no page has to load. */
function englishNames(): (readonly [name: string, code: string])[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const A = 65;
  return [...Array(26 * 26).keys()].flatMap((pair) => {
    const code = String.fromCharCode(A + pair / 26, A + (pair % 26));
    const name = former.test(code) ? undefined : names.of(code);
    return name ? [[name, code] as const] : [];
  });
}

function spelledOtherwise(): (readonly [name: string, code: string])[] {
  return [...otherSpellings.matchAll(/(\w\w) (.+)/g)].map(([, code, name]) => [name!, code!]);
}

/**
 * Two spellings of one name are mostly the same in this form: without what is in brackets, accents, points and little
 * words, with what lists put behind a comma before it ("Iran, Islamic Republic of"), and without what a country calls
 * itself, unless that tells two apart.
 */
function plain(name: string): string {
  return name
    .replace(/[([][^()[\]]*[)\]]/g, '')
    .replace(/^([^,]*),(.*)/, '$2 $1')
    .normalize('NFD')
    .replace(/[\p{M}’'.]/gu, '')
    .toLowerCase()
    .replace(/^(?!.*democratic).*(republic|states?|kingdom) of /, '')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\b(and|of|the)\b|[^\p{L}]+/gu, '');
}
