import type { unknownPlace } from '../../figshare/breakdown.js';
import type { codeOf, formatCountry } from '../../format/country.js';
import type { wordsIn } from '../../format/words/words.js';
import type { LazyTools } from '../lazy-tools.js';

/** What the map's file is handed. */
export interface MapTools extends LazyTools {
  unknownPlace: typeof unknownPlace;
  codeOf: typeof codeOf;
  formatCountry: typeof formatCountry;
  wordsIn: typeof wordsIn;
}
