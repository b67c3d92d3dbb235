/** What `npm run places` says of a place, and that its table stays as it was for places that were not run. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { absent, places } from './all.js';
import { allForms, describeLeft, forms } from './left.js';
import { readTable, writeTable } from './table.js';

test('tells of each form whether it is kept, changed, shown as text or dropped', () => {
  expect(describeLeft(allForms)).toBe('keeps script, tag, link, div, frame, image');
  expect(describeLeft('')).toBe('drops script, tag, link, div, frame, image');
  const escaped = forms.tag.replaceAll('<', '&lt;');
  expect(describeLeft(escaped + forms.link)).toBe(
    'keeps link; shows as text tag; drops script, div, frame, image',
  );
});

test('does not take half a form for the whole', () => {
  const half = [
    forms.link.replace('+downloads', ''),
    forms.tag.replace(' item="766364"', ''),
    forms.div.replace('data-item', 'item'),
    forms.frame.replace('<iframe', '<iframe sandbox=""'),
    forms.image.replace(/alt="[^"]*"/, ''),
  ];
  expect(describeLeft(half.join(''))).toBe(
    'changes (sandbox="", no script) frame; changes (link or alt lost) image; drops script, tag, link, div',
  );
});

test('a table that is read and written again is the same', () => {
  const row = { title: 'A | B', version: 'A 1', ran: 'a snippet', result: 'number shows', day: '2026-11-28' };
  const rows = [
    { ...row, name: 'a-b', left: '' },
    { ...row, name: 'c', left: 'keeps link' },
  ];
  expect(readTable(writeTable(rows, absent, '1.2.3'))).toEqual(rows);
});

test('the table has every place, with a number or an image that was seen', () => {
  const rows = readTable(readFileSync('demo/places.md', 'utf8'));
  expect(rows.map(({ name }) => name)).toEqual(places.map(({ name }) => name));
  for (const { name, result } of rows) {
    expect(result, name).not.toMatch(/^fails/);
  }
});
