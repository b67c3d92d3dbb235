import '../site/site.js';
import { release, workflow } from 'virtual:snippets';
import { articlesAt } from '../builder/collection.js';
import { box } from '../builder/box.js';
import { find } from '../site/find.js';
import { sources } from '../site/sources.js';
import { readItems } from '../snippets/items.js';
import { durationOf, repositoryFiles } from '../snippets/repository-files.js';

const field = find('#items', HTMLTextAreaElement);
const file = find('#file', HTMLInputElement);
const result = find('#result');
let running = new AbortController();

find('#make').addEventListener('submit', (event) => {
  event.preventDefault();
  void make();
});
file.addEventListener('change', () => {
  void file.files?.[0]?.text().then((text) => {
    field.value = text;
    return make();
  });
});

async function make(): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  find('#made').replaceChildren();
  try {
    const items = await itemsIn(field.value, signal);
    if (signal.aborted) return;
    result.className = '';
    result.textContent = `${items.length.toLocaleString('en')} ${items.length === 1 ? 'item' : 'items'}. The first run takes at least ${durationOf(items.length)}, at one question a second; later ones ask only what is older than 12 hours.`;
    const made = repositoryFiles(items, workflow, release);
    find('#made').replaceChildren(...made.map(({ title, text }) => box(title, text, false)));
  } catch (error) {
    if (signal.aborted) return;
    result.className = 'bad';
    result.textContent = (error as Error).message;
  }
}

/** A bare number is a group here; a group stands for its items. */
async function itemsIn(text: string, signal: AbortSignal): Promise<string[]> {
  const group = /^\s*(?:group\/)?(\d+)\s*$/.exec(text)?.[1];
  if (!group) {
    const { list, problem } = readItems(text);
    if (problem !== undefined) throw new Error(problem);
    return list.split(' ');
  }
  result.className = '';
  result.textContent = 'Asking what the group holds …';
  const onPage = (count: number) => {
    if (!signal.aborted) result.textContent = `${count.toLocaleString('en')} items so far …`;
  };
  const articles = await articlesAt(`/v2/articles?group=${group}`, sources.api, { signal, onPage }).catch(
    (error: unknown) => {
      throw new Error(
        `figshare’s API did not tell what the group holds: ${(error as Error).message}. Put in a list of DOIs.`,
      );
    },
  );
  if (articles.length === 0) throw new Error(`Group ${group} holds no public items. Is it another number?`);
  return articles;
}
