/** The controls that hold a choice: drawn from it, and read back. */
import { languages, recipes } from 'virtual:snippets';
import { bys, looks, metricsOf, pages, usual, type Choice, type Show } from '../snippets/choice.js';
import { metricsIn } from '../snippets/markup.js';
import { find } from '../site/find.js';

const form = find('#choice', HTMLFormElement);

/** What values are called. */
const words: Record<string, string> = {
  badge: 'badge',
  text: 'words',
  sparkline: 'small line',
  bars: 'bars',
  chart: 'chart',
  table: 'table',
  map: 'map',
  month: 'months',
  year: 'years',
  day: 'days',
  country: 'country',
  city: 'city',
  'item-type': 'type of item',
  category: 'subject',
  referral: 'where links come from',
  item: 'items, of all figshare',
  arabic: 'العربية',
};

const usualPeriods: Record<Show, string> = {
  badge: 'Left empty: all time.',
  card: 'Left empty: all time.',
  timeline: 'Left empty: this month and the eleven before it; all years; or the last 30 days.',
  breakdown: 'Left empty: the last 12 months.',
  top: 'Left empty: the last 12 months.',
  count: '',
};

/** Draws what never changes. */
export function drawControls(): void {
  const lang = find('#lang', HTMLSelectElement);
  for (const language of languages) {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
    lang.add(new Option(name, language));
  }
  find('#places').replaceChildren(...recipes.map(({ name, label }) => chip('radio', 'place', name, label)));
  find('#pages').replaceChildren(...pages.map((page) => chip('radio', 'on', page, words[page] ?? page)));
}

/** Shows a choice: only what the thing shown can be told. */
export function showChoice(choice: Choice): void {
  const { show, by } = choice;
  drawChips('#looks', 'radio', 'look', looks[show].length > 1 ? looks[show] : []);
  drawChips('#bys', 'radio', 'by', bys[show]);
  const isOne = show === 'breakdown' || show === 'top';
  drawChips('#metrics', isOne ? 'radio' : 'checkbox', 'metrics', metricsOf[show]);
  check('show', show);
  check('look', choice.look || (looks[show][0] ?? ''));
  check('by', by || (bys[show][0] ?? ''));
  check('metrics', ...metricsIn(choice));
  check('place', choice.place);
  check('on', choice.on);
  check('compact', choice.compact ? '1' : '');
  check('cumulative', choice.cumulative ? '1' : '');
  check('integrity', choice.integrity ? '1' : '');
  find('[name=start]', HTMLInputElement).value = choice.start;
  find('[name=end]', HTMLInputElement).value = choice.end;
  find('#lang', HTMLSelectElement).value = languages.find((tag) => tag === choice.lang) ?? '';
  find('#theme', HTMLSelectElement).value = choice.theme;
  check('tint', choice.accent && 'own');
  if (choice.accent) find('#accent', HTMLInputElement).value = choice.accent;
  find('#tint').hidden = show !== 'timeline' && show !== 'breakdown' && show !== 'top';
  find('#dates').hidden = show === 'count';
  find('#usual-period').textContent = usualPeriods[show];
  find('#compact').hidden = show !== 'badge' && show !== 'card';
  find('#cumulative').hidden = show !== 'timeline';
  find('#integrity').hidden = choice.look !== 'chart' && choice.look !== 'map';
}

/** Reads what the controls hold; what they do not stays as it is. */
export function readChoice(before: Choice): Choice {
  const data = new FormData(form);
  const one = (name: string) => data.getAll(name).map(String)[0] ?? '';
  const show = (one('show') || before.show) as Show;
  // What another kind of thing was told means nothing to this one.
  const isSame = show === before.show;
  return {
    ...before,
    show,
    look: isSame && one('look') !== looks[show][0] ? one('look') : '',
    by: isSame && one('by') !== bys[show][0] ? one('by') : '',
    metrics: isSame ? data.getAll('metrics').map(String) : [],
    start: one('start'),
    end: one('end'),
    compact: isSame ? one('compact') === '1' : before.compact,
    cumulative: isSame && one('cumulative') === '1',
    integrity: isSame && one('integrity') === '1',
    lang: one('lang'),
    theme: one('theme'),
    accent: one('tint') === 'own' ? one('accent') : '',
    place: one('place') || usual.place,
    on: one('on') || usual.on,
  };
}

function drawChips(
  fieldset: string,
  type: 'radio' | 'checkbox',
  name: string,
  values: readonly string[],
): void {
  const holder = find(`${fieldset} .chips`);
  find(fieldset).hidden = values.length === 0;
  const key = [type, ...values].join();
  // Drawn anew, the one that has the focus would lose it.
  if (holder.dataset['key'] === key) return;
  holder.dataset['key'] = key;
  holder.replaceChildren(...values.map((value) => chip(type, name, value, words[value] ?? value)));
}

function chip(type: 'radio' | 'checkbox', name: string, value: string, label: string): HTMLElement {
  const holder = document.createElement('label');
  holder.className = 'chip';
  const input = Object.assign(document.createElement('input'), { type, name, value });
  input.setAttribute('form', 'choice');
  holder.append(input, label);
  if (value === 'arabic') holder.lang = 'ar';
  return holder;
}

function check(name: string, ...values: string[]): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
    input.checked = values.includes(input.value);
}
