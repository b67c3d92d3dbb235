import { expect } from '@open-wc/testing';
import { codeOf, formatCountry } from '../../src/format/country.js';

/** As the tables that services look addresses up in spell them, old and new. */
const spellings: Record<string, string> = {
  'Aland Islands': 'AX',
  'Åland Islands': 'AX',
  'Antigua and Barbuda': 'AG',
  'Bolivia, Plurinational State of': 'BO',
  'Bonaire, Sint Eustatius, and Saba': 'BQ',
  'Bosnia and Herzegovina': 'BA',
  'British Virgin Islands': 'VG',
  'Brunei Darussalam': 'BN',
  'Cabo Verde': 'CV',
  'Cape Verde': 'CV',
  'Cocos (Keeling) Islands': 'CC',
  Congo: 'CG',
  'Congo, The Democratic Republic of the': 'CD',
  'Cote D’Ivoire': 'CI',
  "Côte d'Ivoire": 'CI',
  'Ivory Coast': 'CI',
  Curacao: 'CW',
  Czechia: 'CZ',
  'Czech Republic': 'CZ',
  Eswatini: 'SZ',
  eSwatini: 'SZ',
  'Falkland Islands': 'FK',
  'Falkland Islands (Malvinas)': 'FK',
  'Gambia, The': 'GM',
  'The Gambia': 'GM',
  Gambia: 'GM',
  'Hashemite Kingdom of Jordan': 'JO',
  'Holy See (Vatican City State)': 'VA',
  'Hong Kong': 'HK',
  'Iran, Islamic Republic of': 'IR',
  'Isle of Man': 'IM',
  'Korea, Republic of': 'KR',
  "Korea, Democratic People's Republic of": 'KP',
  Kosovo: 'XK',
  "Lao People's Democratic Republic": 'LA',
  'Libyan Arab Jamahiriya': 'LY',
  Macau: 'MO',
  'Macedonia, the Former Yugoslav Republic of': 'MK',
  'North Macedonia': 'MK',
  'Micronesia, Federated States of': 'FM',
  'Moldova, Republic of': 'MD',
  'Republic of Moldova': 'MD',
  'Myanmar [Burma]': 'MM',
  'Palestinian Territory, Occupied': 'PS',
  Palestine: 'PS',
  'Pitcairn Islands': 'PN',
  Pitcairn: 'PN',
  'Republic of Lithuania': 'LT',
  Reunion: 'RE',
  'Russian Federation': 'RU',
  'Saint Helena': 'SH',
  'Saint Kitts and Nevis': 'KN',
  'Saint Lucia': 'LC',
  'Saint Martin': 'MF',
  'Saint Vincent and the Grenadines': 'VC',
  'Sao Tome and Principe': 'ST',
  'São Tomé and Príncipe': 'ST',
  'Sint Maarten (Dutch part)': 'SX',
  'Syrian Arab Republic': 'SY',
  Taiwan: 'TW',
  'Taiwan, Province of China': 'TW',
  'Tanzania, United Republic of': 'TZ',
  'Timor-Leste': 'TL',
  'East Timor': 'TL',
  'Trinidad and Tobago': 'TT',
  Türkiye: 'TR',
  Turkey: 'TR',
  'U.S. Virgin Islands': 'VI',
  'Virgin Islands, U.S.': 'VI',
  'Virgin Islands, British': 'VG',
  'United Kingdom': 'GB',
  'United States': 'US',
  'United States of America': 'US',
  'Venezuela, Bolivarian Republic of': 'VE',
  'Viet Nam': 'VN',
  Vietnam: 'VN',
};

describe('codeOf', () => {
  for (const [name, code] of Object.entries(spellings)) {
    it(`${name} is ${code}`, () => {
      expect(codeOf(name)).to.equal(code);
      expect(codeOf(` ${name.toUpperCase()} `)).to.equal(code);
    });
  }

  for (const name of [
    '',
    'Atlantis',
    'Other',
    'Unknown',
    'Europe',
    'Asia/Pacific Region',
    'Soviet Union',
    'World',
    '__proto__',
    'constructor',
  ]) {
    it(`"${name}" is no country`, () => expect(codeOf(name)).to.equal(undefined));
  }
});

describe('formatCountry', () => {
  it('leaves English as it came', () => {
    expect(formatCountry('Viet Nam', 'en')).to.equal('Viet Nam');
    expect(formatCountry('Viet Nam', 'en-GB')).to.equal('Viet Nam');
  });

  for (const [locale, ...names] of [
    ['de', 'Spanien', 'Südkorea', 'Côte d’Ivoire'],
    ['es', 'España', 'Corea del Sur', 'Côte d’Ivoire'],
    ['fr', 'Espagne', 'Corée du Sud', 'Côte d’Ivoire'],
    ['it', 'Spagna', 'Corea del Sud', 'Costa d’Avorio'],
    ['nl', 'Spanje', 'Zuid-Korea', 'Ivoorkust'],
    ['pl', 'Hiszpania', 'Korea Południowa', 'Côte d’Ivoire'],
    ['pt', 'Espanha', 'Coreia do Sul', 'Costa do Marfim'],
    ['zh', '西班牙', '韩国', '科特迪瓦'],
    ['ja', 'スペイン', '韓国', 'コートジボワール'],
    ['ar', 'إسبانيا', 'كوريا الجنوبية', 'ساحل العاج'],
  ] as const) {
    it(`speaks ${locale}`, () => {
      const found = ['Spain', 'Korea, Republic of', "Côte d'Ivoire"].map((name) =>
        formatCountry(name, locale),
      );
      expect(found).to.deep.equal(names);
    });
  }

  it('leaves a name that is not known as it came', () => {
    expect(formatCountry('Atlantis', 'de')).to.equal('Atlantis');
    expect(formatCountry('<b>Spain</b>', 'de')).to.equal('<b>Spain</b>');
  });
});
