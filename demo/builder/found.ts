/** What the field holds: items, their titles, a person, a collection's items; or why there is none. */
import { FigshareError } from '../../src/figshare/error.js';
import { itemName, type Item, type ItemByDoi } from '../../src/figshare/item.js';
import { findPerson } from '../../src/figshare/person.js';
import { exampleItem } from '../snippets/choice.js';
import { readItems, type Items } from '../snippets/items.js';
import { askAbout, askPathOf } from '../snippets/names.js';
import { articlesAt } from './collection.js';

/** So many titles are asked for; the main API wants no more than a question a second. */
const mostTitles = 5;
const pause = 1000;

interface Apis {
  /** Where names are asked: the main API, or the sample. */
  api: string;
  isTogether: boolean;
}

const holder = document.querySelector<HTMLElement>('#found')!;
const together = document.querySelector<HTMLFieldSetElement>('#together')!;
let running = new AbortController();

/** What is said of a text under the field. */
interface Told {
  rows?: Row[];
  note?: string;
  problem?: string;
}
type Row = [name: string, kind: string];

/**
 * Reads the field and tells what is in it.
 *
 * @param onItem - told what the attribute `item` is to be: at once, or when more is known
 */
export async function showFound(
  text: string,
  { api, isTogether }: Apis,
  onItem: (item: string) => void,
): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const items = readItems(text.trim() ? text : exampleItem);
  const [collection] = items.mentions.map(({ item }) => item).filter(isCollection);
  const isOneCollection = items.mentions.length === 1 && collection !== undefined;
  together.hidden = !isOneCollection;
  const asked = { api, signal, onItem };
  if (items.orcid) await tellOf(askPerson(items.orcid, asked), signal);
  else if (items.problem !== undefined) show({ problem: items.problem });
  else if (isOneCollection && isTogether) await tellOf(askCollected(collection, asked), signal);
  else {
    onItem(items.list);
    await showTitles(items, api, signal);
  }
}

interface Asked {
  api: string;
  signal: AbortSignal;
  onItem: (item: string) => void;
}

async function tellOf(asked: Promise<Told>, signal: AbortSignal): Promise<void> {
  const told = await asked.catch((error: unknown) => ({ problem: problemOf(error as Error) }));
  if (!signal.aborted) show(told);
}

/** Nobody to be found is an answer. */
function problemOf(error: Error): string {
  if (error instanceof FigshareError && error.kind === 'not-found')
    return `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
  // A browser that was refused says no more than that.
  const what =
    error instanceof TypeError ? 'did not answer this browser' : `did not answer: ${error.message}`;
  return `figshare’s API ${what}. Put in the items’ DOIs, or the address of an author’s page, which has the number in it. The command “snapshot” finds an ORCID iD, too.`;
}

async function askPerson(orcid: string, { api, signal, onItem }: Asked): Promise<Told> {
  show({ note: `Looking for ${orcid} on figshare …` });
  const { authors, name } = await findPerson(orcid, askPathOf(api, signal));
  const items = authors.map(itemName);
  if (!signal.aborted) onItem(items.join(' '));
  return { rows: items.map((item): Row => [name || item, item]) };
}

async function askCollected({ id }: Item, { api, signal, onItem }: Asked): Promise<Told> {
  show({ note: 'Asking what the collection holds …' });
  const onPage = (count: number) => {
    if (!signal.aborted) show({ note: `${count} items so far …` });
  };
  const articles = await articlesAt(`/v2/collections/${id}/articles`, api, { signal, onPage });
  if (articles.length === 0) return { problem: 'The collection holds no public items.' };
  if (!signal.aborted) onItem(articles.join(' '));
  const note = `${articles.length} items, summed, as the collection is today.`;
  return { rows: articles.map((article): Row => [article, '']), note };
}

const isCollection = (item: Item | ItemByDoi): item is Item => 'kind' in item && item.kind === 'collection';

/** The items at once by what they are called here, then by their titles. */
async function showTitles({ mentions }: Items, api: string, signal: AbortSignal): Promise<void> {
  const rows = mentions.map(({ item, text }): Row => [
    text || itemName(item),
    'kind' in item ? item.kind : '',
  ]);
  const note = rows.length > 1 ? `${rows.length} items, summed.` : '';
  show({ rows, note });
  for (const [index, { item }] of mentions.slice(0, mostTitles).entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal.aborted) return;
    const about = await askAbout(item, api, signal).catch(() => undefined);
    if (signal.aborted) return;
    if (!about) continue;
    rows[index] = [about.title, [about.type, about.year].filter(Boolean).join(', ')];
    show({ rows, note });
  }
}

function show({ rows = [], note = '', problem = '' }: Told): void {
  const list = document.createElement('ul');
  list.className = 'items';
  if (rows.length > 6) list.tabIndex = 0;
  list.append(...rows.map(rowOf));
  holder.replaceChildren(
    ...(rows.length > 0 ? [list] : []),
    ...(note ? [line(note, 'muted')] : []),
    ...(problem ? [line(problem, 'bad')] : []),
  );
}

function rowOf(cells: Row): HTMLElement {
  const row = document.createElement('li');
  for (const text of cells) row.append(Object.assign(document.createElement('span'), { textContent: text }));
  return row;
}

const line = (textContent: string, kind: string) =>
  Object.assign(document.createElement('p'), { className: `small ${kind}`, textContent });
