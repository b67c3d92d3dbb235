import { keepLastGood } from '../../src/elements/last-good.js';
import { keyOf } from '../../src/elements/question-controller.js';
import { totalsQuestion } from '../../src/figshare/totals.js';
import { languages } from '../../src/format/words/words.js';
import { mainApi } from '../../src/source/service.js';

const { standIn, origin: source } = document.querySelector<HTMLElement>(
  'meta[name="figshare-source"]',
)!.dataset;
const isLive = source === 'live';

/** Names are asked of the main API, whatever the source: on samples the stand-in answers that, too. */
const { fetch } = globalThis;
if (!isLive)
  globalThis.fetch = (input, init) =>
    fetch(typeof input === 'string' ? input.replace(mainApi, `${standIn}/v2`) : input, init);

/** Under each example: where its numbers come from, and the line that makes it. */
for (const example of document.querySelectorAll<HTMLElement>('.example')) {
  const footer = document.createElement('footer');
  const origin = document.createElement('span');
  const code = document.createElement('code');
  const isStaged = example.querySelector('[source]');
  origin.className = isLive && !isStaged ? 'live' : (example.dataset.origin ?? 'sample');
  origin.textContent = origin.className;
  const elements = [...example.children].filter(({ localName }) => localName.startsWith('figshare-'));
  code.textContent = elements
    .map(({ outerHTML }) =>
      outerHTML
        .replace(/\s+/g, ' ')
        .replace(/ source="[^"]*"/, '')
        .replaceAll('=""', ''),
    )
    .join('\n');
  footer.append(origin, `: ${example.dataset.note ?? ''}`, code);
  example.append(footer);
}

/** What a reader's browser would have kept from a visit three days ago. */
const stale = document.querySelector('figshare-stats[remember]');
if (stale) {
  const item = stale.getAttribute('item') ?? '';
  const source = stale.getAttribute('source') ?? '';
  const retrieved = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
  const key = keyOf([source], totalsQuestion({ item }, ''));
  keepLastGood(key, { answer: { views: 118, downloads: 40 }, retrieved, source });
}

const controls = document.querySelector<HTMLFormElement>('.controls');
const chooseLanguage = controls?.querySelector<HTMLSelectElement>('[name=lang]');
for (const language of languages) {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  chooseLanguage?.add(new Option(name, language));
}
controls?.addEventListener('change', () => {
  const { lang, dir, theme } = Object.fromEntries(new FormData(controls)) as Record<string, string>;
  const { documentElement: page } = document;
  page.lang = lang ?? '';
  page.dir = dir ?? '';
  page.style.colorScheme = theme ?? '';
});

// The elements last: what the page shows before they run is part of the show.
await import('../../src/define/all.js');
