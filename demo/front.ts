import './site/site.js';
import { itemName } from '../src/figshare/item.js';
import { exampleItem } from './snippets/choice.js';
import { askAbout } from './snippets/names.js';
import { readItems } from './snippets/items.js';
import { sources } from './site/sources.js';
import { find } from './site/find.js';

const form = find('form', HTMLFormElement);
const field = find('#item', HTMLInputElement);
const [title, about, wrong, origin] = ['#title', '#about', '#wrong', '#origin'].map((id) => find(id)) as [
  HTMLElement,
  HTMLElement,
  HTMLElement,
  HTMLElement,
];
const all = [...document.querySelectorAll<HTMLElement>('main figshare-stats, main figshare-timeline')];
const result = find('.result');

/** The example is in the sample until somebody types. */
let isTyped = false;
let running = new AbortController();

field.addEventListener('input', () => {
  isTyped = true;
  lead(field.value);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  show(field.value);
});
field.addEventListener('change', () => show(field.value));
result.addEventListener('figshare-load', ({ target }) => {
  if ((target as Element).localName !== 'figshare-stats' || !isTyped) return;
  origin.textContent = `Retrieved just now from ${new URL(sources.typed).host}.`;
});
result.addEventListener('figshare-error', (event) => {
  const { kind } = (event as CustomEvent<{ kind: string }>).detail;
  if (isTyped) origin.textContent = `No numbers from ${new URL(sources.typed).host}.`;
  if (kind === 'unreachable' || kind === 'unavailable' || kind === 'busy')
    wrong.textContent =
      'figshare did not answer this page. Many sites are refused; the builder shows three ways that work without its leave.';
});

/** What was asked for last is what the next page gets. */
function lead(item: string): void {
  const query = new URLSearchParams({ item: item.trim() || exampleItem }).toString().replaceAll('%2F', '/');
  for (const id of ['#next', '#page-door']) find(id, HTMLAnchorElement).href = `builder/?${query}`;
}

function show(text: string): void {
  lead(text);
  const read = readItems(text);
  wrong.textContent = read.problem ?? '';
  if (read.problem !== undefined) return;
  for (const element of all) {
    element.setAttribute('item', read.list);
    if (isTyped) element.setAttribute('source', sources.typed);
    // The example's years are over; of others the last 12 months are shown.
    if (isTyped && element.localName === 'figshare-timeline')
      for (const name of ['granularity', 'start', 'end']) element.removeAttribute(name);
  }
  if (isTyped) origin.textContent = `Asking ${new URL(sources.typed).host} …`;
  const [first] = read.mentions;
  const more = read.mentions.length - 1;
  title.textContent = more > 0 ? `${more + 1} items together` : itemName(first!.item);
  about.textContent = read.list;
  void name(text);
}

/** Its title comes later than its name, if at all. */
async function name(text: string): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const { mentions } = readItems(text);
  if (mentions.length !== 1) return;
  try {
    const known = await askAbout(mentions[0]!.item, isTyped ? sources.api : apiOfExamples(), signal);
    if (!known || signal.aborted) return;
    title.textContent = known.title;
    about.textContent = [known.type, isTyped && known.year, mentions[0]!.text || itemName(known.item)]
      .filter(Boolean)
      .join(' · ');
  } catch {
    // The numbers do not need a name.
  }
}

/** A snapshot holds names, too. */
const apiOfExamples = () => (sources.examples.endsWith('.json') ? sources.examples : sources.api);

lead(field.value);
void name(field.value);
