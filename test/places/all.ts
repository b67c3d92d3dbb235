/** All places, in the order of the table, and those that cannot be run here. */
import { editors } from './editors.js';
import { frameworks } from './frameworks.js';
import { generators } from './generators.js';
import { packaged } from './packaged.js';
import type { Absent, Place } from './place.js';
import { sanitisers } from './sanitisers.js';
import { wikis } from './wikis.js';
import { wordpress } from './wordpress.js';

export const places: Place[] = [
  ...[wordpress, wikis, sanitisers, editors, generators, frameworks, packaged].flat(),
];

export const absent: Absent[] = [
  {
    title: 'Quarto, R Markdown',
    reason: 'neither is in those registries; pandoc, which both are made of, was run',
  },
  { title: 'DSpace, EPrints, InvenioRDM, Dataverse', reason: 'not in those registries' },
  {
    title: 'Drupal, Joomla',
    reason: 'not in those registries; CKEditor 5, with which Drupal’s authors write, was run',
  },
  { title: 'Notion, Canvas, Google Sites, GitHub’s own pages', reason: 'services that nobody can install' },
  { title: 'mail programs', reason: 'not run; the recipe’s image was, in the editors above' },
];
