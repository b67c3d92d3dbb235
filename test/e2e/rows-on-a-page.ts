/** A table of cases as one page: its rows stand side by side, each holds one element or more, and a failure says which it was. */
import type { Locator } from '@playwright/test';
import { anyElement, askAll, expect, poll, type AnyElement, type Log, type Page } from './fixtures.js';

export type Row = readonly [name: string, html: string];

export const inAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** On one line; other attributes of the section may be given. */
export const section = ([name, html]: Row, attributes = '') =>
  `<section data-row="${inAttribute(name)}" ${attributes}>${html}</section>`;

export const sections = (...rows: Row[]) => rows.map((row) => section(row)).join('\n');

export const rowOf = (page: Page, name: string): Locator =>
  page.locator(`[data-row=${JSON.stringify(name)}]`);

/** What a row came to. */
interface Reading {
  status: string;
  /** Of the error that it told, and its words. */
  kind?: string;
  message?: string;
  links: { href: string; rel: string }[];
  /** Whether what stands between the tags is seen. */
  hasFallback: boolean;
  /** Tags in the shadow tree that an element never draws. */
  strange: string[];
}

/** Lets all rows ask, wherever they stand, and reads each when all have told how it went. */
export async function readRows(page: Page): Promise<[row: string, reading: Reading][]> {
  await askAll(page);
  await poll(() => untold(page)).toEqual([]);
  return page.locator('[data-row]').evaluateAll((all, selector) => {
    const { errors } = window.seen();
    return all.map((row): [string, Reading] => {
      const name = (row as HTMLElement).dataset['row']!;
      const element = row.querySelector<AnyElement>(selector)!;
      const root = element.shadowRoot!;
      const error = errors.find((one) => one.row === name);
      return [
        name,
        {
          status: element.status,
          ...(error && { kind: error.kind, message: error.message }),
          links: [...root.querySelectorAll('a')].map(({ href, rel }) => ({ href, rel })),
          hasFallback: !!element.firstElementChild?.checkVisibility({ visibilityProperty: true }),
          strange: [...root.querySelectorAll('img, script, iframe, style, object, embed, b')].map(
            (tag) => tag.outerHTML,
          ),
        },
      ];
    });
  }, anyElement);
}

/** Checks that the console tells of each error in a table, whichever of those who met it said so. */
export function causesAreSaidOnce({ warnings }: Log, readings: readonly [string, Reading][]): void {
  const causes = new Set(readings.flatMap(([, { message }]) => message ?? []));
  expect(warnings.map((warning) => warning.replace(/^<\S+> /, '')).sort()).toEqual([...causes].sort());
}

/** Rows of which nothing has been heard. */
const untold = (page: Page) =>
  page.locator('[data-row]').evaluateAll((all) => {
    const { loads, errors } = window.seen();
    const told = new Set([...loads, ...errors].map(({ row }) => row));
    return all.map((row) => (row as HTMLElement).dataset['row']!).filter((name) => !told.has(name));
  });

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
