/** All places, in the order of the table, and those that cannot be run here. */
import { editors } from './editors.js';
import type { Absent, Place } from './place.js';
import { sanitisers } from './sanitisers.js';

export const places: Place[] = [...sanitisers, ...editors];

export const absent: Absent[] = [
  {
    title: 'Quarto, R Markdown',
    reason: 'neither is in those registries; pandoc, which both are made of, was run',
  },
];
