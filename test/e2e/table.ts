/** A table of cases is one page: its rows stand side by side, and each is read, and named, on its own. */
import { anyElement, askAll, expect, poll, type AnyElement, type Log, type Page } from './fixtures.js';

/** Rows by their names: each holds one element. */
export type Table = Record<string, string>;

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

export const inAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The rows as the body of a page. */
export const rows = (table: Table) =>
  Object.entries(table)
    .map(([name, html]) => `<div data-row="${inAttribute(name)}">${html}</div>`)
    .join('\n');

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
