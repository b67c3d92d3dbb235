import type { ListWords, PlaceWords, TimelineWords, Words } from './en.js';
import { pt, ptLists, ptPlaces, ptTimeline } from './pt.js';

/** Portuguese as in Portugal, Angola, Mozambique …: what differs from Brazil's. */
export const ptPT: Words = {
  ...pt,
  shares: { one: 'partilha', many: 'de partilhas', other: 'partilhas' },
  use: 'Utilização no figshare',
  again: 'Tentar de novo',
};

export const ptPTTimeline: TimelineWords = { ...ptTimeline, rising: '{}, a subir', falling: '{}, a descer' };

export const ptPTPlaces: PlaceWords = { ...ptPlaces, share: 'Percentagem' };

export const ptPTLists: ListWords = {
  ...ptLists,
  ranked: { ...ptLists.ranked, shares: '{} com mais partilhas' },
  byReferrer: '{} por sítio de origem',
};
