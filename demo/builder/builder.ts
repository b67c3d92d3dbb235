import '../site/site.js';
import { copyText } from '../site/copy.js';
import { sources } from '../site/sources.js';
import { exampleItem, exampleOf, fromQuery, toQuery, type Choice } from '../snippets/choice.js';
import { showAccent } from './accent.js';
import { recipeOf, showBoxes } from './boxes.js';
import { drawControls, readChoice, showChoice } from './controls.js';
import { showFound } from './found.js';
import { showPreview } from './preview.js';
import { askWhetherItAnswers } from './verdict.js';
import { fileAddress, fromOf, relayAddress, showVerdict, showWhereFrom, type From } from './where-from.js';
import { find } from '../site/find.js';

const form = find('#choice', HTMLFormElement);
const field = find('#item', HTMLTextAreaElement);
const stage = find('#stage');

let choice = fromQuery(location.search);
/** What the field holds, from which `item` is read. */
let text = choice.item;
/** The example is answered from the sample, until somebody types. */
let isExample = choice.item === exampleItem;
/** What was asked for last did not come. */
let isRefused = false;

/** Who answers here: not a file of somebody's site, which does not exist yet. */
const previewSource = () => {
  if (isExample) return sources.examples;
  return fromOf(choice) === 'relay' && choice.source !== relayAddress ? choice.source : sources.typed;
};
const api = () => (isExample && sources.examples.endsWith('.json') ? sources.examples : sources.api);

function change(to: Partial<Choice>): void {
  choice = { ...choice, ...to };
  draw();
}

function draw(): void {
  showChoice(choice);
  showWhereFrom(choice);
  showPreview(stage, isExample ? exampleOf(choice) : choice, previewSource());
  showAccent(choice, recipeOf(choice), stage);
  find('#sample').hidden = !isExample;
  showBoxes(choice);
  tellUnfit();
  tellRefused();
  const query = toQuery(choice);
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
}

/** A count is a group's, and a list is not one article's: said before anything is asked. */
function tellUnfit(): void {
  const isGroup = /^(group\/\d+[\s,;]*)+$/.test(`${choice.item} `.replace(/\s+$/, ''));
  const unfit = find('#unfit');
  unfit.textContent = '';
  if (choice.show === 'count' && !isGroup)
    unfit.textContent = 'This counts what a group holds: put in a group, such as group/327.';
  if (
    choice.show === 'top' &&
    choice.by !== 'item' &&
    /^(article\/)?\d+$|^10\.|\/articles\//.test(choice.item)
  )
    unfit.textContent =
      'This ranks what is seen of many items: put in an author, a group or a collection; or choose the items of all figshare below.';
}

const read = () =>
  showFound(text, { api: api(), isTogether: isTogether() }, (item) => {
    change({ item });
  });

const isTogether = () => find('[name=together][value=items]', HTMLInputElement).checked;

field.value = choice.item;
drawControls();
draw();
void read();

let waiting = 0;
field.addEventListener('input', () => {
  text = field.value;
  isExample = false;
  clearTimeout(waiting);
  // A hand that types would ask for every letter.
  waiting = window.setTimeout(() => void read(), 350);
});
field.addEventListener('change', () => {
  clearTimeout(waiting);
  void read();
});
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  clearTimeout(waiting);
  void read();
});
form.addEventListener('submit', (event) => event.preventDefault());

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  if (target.name === 'together') return void read();
  if (target.name === 'from') change({ source: sourceFor(target.value as From) });
  else if (target.name === 'accent') change({ accent: target.value });
  else if (target.name === 'source') change({ source: target.value.trim() });
  else if (target.form === form) change(readChoice(choice));
});

function sourceFor(from: From): string {
  if (from === 'live') return '';
  return from === 'file' ? fileAddress : relayAddress;
}

find('#try').addEventListener('click', () => void ask());

async function ask(): Promise<void> {
  const from = fromOf(choice);
  const source = from === 'relay' && choice.source !== relayAddress ? choice.source : sources.typed;
  find('#verdict').textContent = `Asking ${new URL(source, location.href).host} …`;
  const verdict = await askWhetherItAnswers(source, 'article/766364');
  showVerdict(verdict, choice, source);
}

/** What the preview has met tells the same, without another question. */
stage.addEventListener('figshare-error', (event) => {
  const { kind } = (event as CustomEvent<{ kind: string }>).detail;
  if (isExample || (kind !== 'unreachable' && kind !== 'unavailable')) return;
  showVerdict({ isAnswered: false, took: 0 }, choice, previewSource());
  isRefused = true;
  tellRefused();
});
stage.addEventListener('figshare-load', () => {
  isRefused = false;
  tellRefused();
});

/** With a source of one's own, what figshare answers does not matter. */
function tellRefused(): void {
  find('#refused').hidden = !isRefused || isExample || fromOf(choice) !== 'live';
}

find('#copy-link').addEventListener('click', ({ currentTarget }) => {
  const query = toQuery(choice);
  const address = `${location.origin}${location.pathname}${query ? `?${query}` : ''}`;
  void copyText(address, currentTarget as HTMLElement, 'the address of this choice');
});
