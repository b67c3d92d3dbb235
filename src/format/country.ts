/**
 * Country names as the service spells them and as Intl does, which knows no way from a name to its code. What differs
 * only in case, accents, "&", "St." or "the" needs no line here.
 */
const ownSpellings: Record<string, string> = {
  'bolivia plurinational state of': 'BO',
  'brunei darussalam': 'BN',
  burma: 'MM',
  myanmar: 'MM',
  'cape verde': 'CV',
  'cabo verde': 'CV',
  congo: 'CG',
  'republic of the congo': 'CG',
  'democratic republic of the congo': 'CD',
  'congo the democratic republic of the': 'CD',
  'czech republic': 'CZ',
  'east timor': 'TL',
  'falkland islands malvinas': 'FK',
  'hashemite kingdom of jordan': 'JO',
  'holy see vatican city state': 'VA',
  vatican: 'VA',
  'hong kong': 'HK',
  'iran islamic republic of': 'IR',
  'ivory coast': 'CI',
  'korea republic of': 'KR',
  'republic of korea': 'KR',
  'korea democratic peoples republic of': 'KP',
  'lao peoples democratic republic': 'LA',
  libya: 'LY',
  'libyan arab jamahiriya': 'LY',
  macao: 'MO',
  macau: 'MO',
  macedonia: 'MK',
  'macedonia the former yugoslav republic of': 'MK',
  'micronesia federated states of': 'FM',
  'moldova republic of': 'MD',
  'republic of moldova': 'MD',
  'palestinian territory': 'PS',
  'palestinian territory occupied': 'PS',
  palestine: 'PS',
  'state of palestine': 'PS',
  'republic of lithuania': 'LT',
  'russian federation': 'RU',
  swaziland: 'SZ',
  'syrian arab republic': 'SY',
  'taiwan province of china': 'TW',
  'tanzania united republic of': 'TZ',
  turkey: 'TR',
  turkiye: 'TR',
  'united states of america': 'US',
  'united kingdom': 'GB',
  russia: 'RU',
  'venezuela bolivarian republic of': 'VE',
  'viet nam': 'VN',
};

let codes: Map<string, string> | undefined;

/** A country's name in a language; as it came where that is English already, or not known to Intl. */
export function formatCountry(name: string, locale: string): string {
  if (new Intl.Locale(locale).language === 'en') return name;
  const code = codeOf(name);
  return (code && new Intl.DisplayNames(locale, { type: 'region' }).of(code)) || name;
}

/** The ISO 3166 code of a country's English name. */
export function codeOf(name: string): string | undefined {
  codes ??= new Map([...englishNames(), ...Object.entries(ownSpellings)]);
  return codes.get(plain(name));
}

/** Every two letters that Intl knows as a region: a list that nobody has to keep, and no page has to load. */
function* englishNames(): Generator<[string, string]> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.match(/./g) ?? [];
  for (const first of letters) {
    for (const second of letters) {
      const name = names.of(first + second);
      if (
        name &&
        !/^(AC|BU|CP|CQ|CS|DD|DG|DY|EA|EU|EZ|FX|HV|IC|NH|NT|QO|RH|SU|TA|TP|UK|UN|VD|X[^K]|YD|YU|ZR|ZZ)$/.test(
          first + second,
        )
      )
        yield [plain(name), first + second];
    }
  }
}

/** Two spellings of one name are mostly the same in this form. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bsaint\b/g, 'st')
    .replaceAll('&', 'and')
    .replace(/[’'.]/g, '')
    .replace(/^the\b|[^\p{L}]+/gu, ' ')
    .trim();
}
