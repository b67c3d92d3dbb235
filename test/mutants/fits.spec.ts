/** Whoever changes a line that a seeded fault stands in learns it here, and not when the faults are tried. */
import { expect, test } from '@playwright/test';
import { misfit } from './fault.js';
import faults from './faults.json' with { type: 'json' };

test('every seeded fault fits its file, and has its test', () => {
  expect(faults.flatMap(misfit)).toEqual([]);
});
