/** The atlas that is published is what the libraries draw. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { drawAtlas } from '../support/draw-atlas.js';

test('the atlas is drawn from world-atlas, as it is now', () => {
  expect(readFileSync('src/charts/atlas.ts', 'utf8') === drawAtlas(), 'run draw-atlas.ts again').toBe(true);
});
