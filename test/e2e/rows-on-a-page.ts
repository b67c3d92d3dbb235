/** A table of cases as one page: each row is a section with a name, by which a failure says which it was. */
import type { Locator } from '@playwright/test';
import type { Page } from './fixtures.js';

export type Row = readonly [name: string, html: string];

/** On one line; other attributes of the section may be given. */
export const section = ([name, html]: Row, attributes = '') =>
  `<section data-row="${name.replaceAll('"', '&quot;')}" ${attributes}>${html}</section>`;

export const sections = (...rows: Row[]) => rows.map((row) => section(row)).join('\n');

export const rowOf = (page: Page, name: string): Locator =>
  page.locator(`[data-row=${JSON.stringify(name)}]`);

interface Place {
  row: string;
  text: string;
  x: number;
  /** From the top of the row: what happens above it is told by another's name. */
  y: number;
  height: number;
}

/** Where everything is that is of the class `still`, and how high the rows are. */
export const places = (page: Page): Promise<Place[]> =>
  page.locator('[data-row]').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const top = row.getBoundingClientRect().y;
      return [row, ...row.querySelectorAll('.still')].map((mark) => {
        const { x, y, height } = mark.getBoundingClientRect();
        const text = mark === row ? 'the whole' : `"${mark.textContent.trim()}"`;
        return { row: (row as HTMLElement).dataset['row']!, text, x, y: y - top, height };
      });
    }),
  );

/** What moved or changed its height, by so much that it can be seen. */
export function moved(
  before: Place[],
  after: Place[],
  sides: ('x' | 'y' | 'height')[] = ['x', 'y', 'height'],
) {
  return before.flatMap((place, index) =>
    sides.flatMap((side) => {
      const difference = after[index]![side] - place[side];
      return Math.abs(difference) < 0.5
        ? []
        : `${place.row}: ${place.text} ${side} ${difference > 0 ? '+' : ''}${difference} px`;
    }),
  );
}

/** The rows that reach beyond the edge of the page, and the page if it can be scrolled to there. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.locator(':root, [data-row]').evaluateAll((all) =>
    all.flatMap((one) => {
      const over = one.getBoundingClientRect().x + one.scrollWidth - document.documentElement.clientWidth;
      if (over <= 0) return [];
      const inside = [...(one.firstElementChild?.shadowRoot?.querySelectorAll('*') ?? [])];
      const edge = document.documentElement.clientWidth;
      const last = inside.findLast((part) => part.getBoundingClientRect().right > edge);
      const what = last
        ? ` (<${last.localName} class="${last.getAttribute('class') ?? ''}"> ${last.textContent})`
        : '';
      return `${(one as HTMLElement).dataset['row'] ?? 'the page'}: ${over} px too wide${what}`;
    }),
  );
