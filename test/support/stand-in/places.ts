/** Where an item's events come from, as weights: per country all of it, and the part of each city. */
export type Places = ReadonlyMap<string, Country>;
interface Country {
  total: number;
  cities: ReadonlyMap<string, number>;
}

/** As a test writes it: `{ Spain: { Seville: 5, total: 8 }, France: 3 }`. */
export type CountryWeights = Record<string, number | Record<string, number>>;

export function toPlaces(weights: CountryWeights): Places {
  return new Map(
    Object.entries(weights).map(([name, weight]) => {
      if (typeof weight === 'number') return [name, { total: weight, cities: new Map() }] as const;
      const cities = new Map(Object.entries(weight).filter(([city]) => city !== 'total'));
      const sum = [...cities.values()].reduce((before, value) => before + value, 0);
      return [name, { total: Math.max(weight.total ?? 0, sum), cities }] as const;
    }),
  );
}

/** Several periods of a breakdown added up into one set of weights. */
export function mergedPlaces(periods: Iterable<Record<string, Record<string, number>>>): Places {
  const sums = Object.create(null) as Record<string, Record<string, number>>;
  for (const countries of periods) {
    for (const [country, cities] of Object.entries(countries)) {
      const sum = (sums[country] ??= Object.create(null) as Record<string, number>);
      for (const [city, value] of Object.entries(cities)) sum[city] = (sum[city] ?? 0) + value;
    }
  }
  return toPlaces(sums);
}

/**
 * SAMPLE weights for made-up items. More than ten cities in one country, cities that do not sum to
 * their country, and both spellings of unknown, as the service has them (FIGSHARE 2).
 */
export const samplePlaces: Places = toPlaces({
  'United States': {
    'New York': 38,
    Boston: 31,
    'Mountain View': 27,
    Chicago: 22,
    Seattle: 19,
    Ashburn: 17,
    Houston: 14,
    'San Francisco': 13,
    Philadelphia: 12,
    'Los Angeles': 11,
    Baltimore: 9,
    Atlanta: 7,
    Denver: 5,
    Unkown: 24,
    total: 312,
  },
  'United Kingdom': {
    London: 41,
    Cambridge: 14,
    Oxford: 13,
    Manchester: 9,
    Edinburgh: 8,
    Leeds: 5,
    Unkown: 12,
    total: 121,
  },
  Germany: { Berlin: 16, Munich: 12, Heidelberg: 8, Hamburg: 6, Frankfurt: 5, Unkown: 7, total: 70 },
  China: { Beijing: 21, Shanghai: 13, Chengdu: 5, Fuzhou: 3, total: 58 },
  Unknown: { Unknown: 44, Unkown: 3, total: 49 },
  India: { 'New Delhi': 9, Mumbai: 8, Bangalore: 7, Chennai: 4, Unkown: 3, total: 41 },
  Australia: { Melbourne: 11, Sydney: 10, Brisbane: 5, Perth: 3, total: 37 },
  Canada: { Toronto: 9, Montreal: 6, Vancouver: 5, Ottawa: 2, total: 30 },
  France: { Paris: 13, Lyon: 4, Montpellier: 3, Toulouse: 2, total: 29 },
  Netherlands: { Amsterdam: 8, Utrecht: 5, Leiden: 3, total: 22 },
  Spain: { Madrid: 8, Barcelona: 7, Seville: 3, total: 21 },
  Brazil: { 'São Paulo': 8, 'Rio de Janeiro': 4, Indaiatuba: 2, total: 19 },
  Italy: { Rome: 5, Milan: 5, Bologna: 2, total: 16 },
  Japan: { Tokyo: 9, Kyoto: 3, total: 15 },
  Singapore: { Singapore: 11, total: 11 },
  Switzerland: { Zurich: 5, Geneva: 3, total: 11 },
  Sweden: { Stockholm: 4, Uppsala: 3, total: 9 },
  Poland: { Warsaw: 3, Kraków: 2, total: 8 },
  Ireland: { Dublin: 5, Cork: 1, total: 7 },
  'South Africa': { 'Cape Town': 4, Johannesburg: 2, total: 7 },
  'South Korea': { Seoul: 5, total: 6 },
  Mexico: { 'Mexico City': 4, total: 6 },
  Denmark: { Copenhagen: 3, total: 5 },
  Nigeria: { Lagos: 3, total: 4 },
  Kenya: { Nairobi: 2, total: 3 },
  'Côte d’Ivoire': { Abidjan: 1, total: 1 },
});
