import { perLocale } from './per-locale.js';

/**
 * Country names that the service may spell otherwise than Intl does, which knows no way from a name to its code. What
 * `plain` makes equal needs no line here.
 */
const otherSpellings = `
  BN Brunei Darussalam
  BQ Bonaire, Sint Eustatius and Saba; Bonaire, Saint Eustatius and Saba
  CD Democratic Republic of the Congo
  CG Congo
  CI Ivory Coast
  CV Cabo Verde; Cape Verde
  CZ Czech Republic
  HK Hong Kong
  KP Democratic People's Republic of Korea
  KR Korea
  LA Lao People's Democratic Republic
  LY Libyan Arab Jamahiriya
  MK Macedonia
  MM Burma
  MO Macao; Macau
  PN Pitcairn
  PS Palestine; Palestinian Territory; Occupied Palestinian Territory
  RU Russian Federation
  SY Syrian Arab Republic
  SZ Swaziland
  TL East Timor
  TR Turkey; Türkiye
  TW Taiwan, Province of China
  US America
  VA Holy See; Vatican
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

/** Codes that Intl knows, too, of what was a country, or is none. */
const noCountry =
  /^(AC|BU|CP|CQ|CS|CT|DD|DG|DY|EA|EU|EZ|F[QX]|HV|IC|JT|MI|N[HQT]|P[CUZ]|QO|RH|SU|T[AP]|U[KN]|VD|WK|X[^K]|YD|YU|Z[RZ])$/;

/** Every two letters that Intl has a name for: a list that nobody has to keep, and no page has to load. */
function englishNames(): [name: string, code: string][] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = noCountry.test(code) ? undefined : names.of(code);
      return name ? [[name, code]] : [];
    });
}

function spelledOtherwise(): [name: string, code: string][] {
  return otherSpellings
    .trim()
    .split(/\n\s*/)
    .flatMap((line) =>
      line
        .slice(3)
        .split('; ')
        .map((name): [string, string] => [name, line.slice(0, 2)]),
    );
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
    .replace(/\b(and|of|the)\b|[^\p{L}]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
