import type { html, nothing, svg } from 'lit';
import type { unknownPlace } from '../../figshare/breakdown.js';
import type { formatCount } from '../../format/count.js';
import type { codeOf, formatCountry } from '../../format/country.js';
import type { formatEvents } from '../../format/figure.js';
import type { capitalized } from '../../format/words/grammar.js';
import type { wordsIn } from '../../format/words/words.js';

/**
 * What the map's file is handed. It imports none of this itself: it would bring a second Lit, with templates that the
 * first does not know, and second words in thirteen languages.
 */
export interface MapTools {
  html: typeof html;
  svg: typeof svg;
  nothing: typeof nothing;
  /** The size that the atlas is drawn at. */
  box: { width: number; height: number };
  unknownPlace: typeof unknownPlace;
  codeOf: typeof codeOf;
  formatCount: typeof formatCount;
  formatCountry: typeof formatCountry;
  formatEvents: typeof formatEvents;
  capitalized: typeof capitalized;
  wordsIn: typeof wordsIn;
}
