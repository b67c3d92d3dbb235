import type { Words } from './en.js';
import { pt } from './pt.js';

/** Portuguese as in Portugal, Angola, Mozambique …: what differs from Brazil's. */
export const ptPT: Words = {
  ...pt,
  shares: { one: 'partilha', many: 'de partilhas', other: 'partilhas' },
  use: 'Utilização no figshare',
  noAnswer: '{} não respondeu. De momento, os números não são conhecidos.',
  again: 'Tentar de novo',
  rising: '{}, a subir',
  falling: '{}, a descer',
  share: 'Percentagem',
  ranked: { ...pt.ranked, shares: '{} com mais partilhas' },
  byReferrer: '{} por sítio de origem',
};
