import '../site/site.js';
import { find } from '../site/find.js';

/** Services that this page makes up: one that never answers, and one that nobody reaches. */
const waiting = 'https://waiting.invalid';
const away = 'https://away.invalid';

const { fetch } = globalThis;
globalThis.fetch = (input, init) => {
  const address = String(input instanceof Request ? input.url : input);
  if (address.startsWith(waiting)) return new Promise(() => undefined);
  if (address.startsWith(away)) return Promise.reject(new TypeError('Nobody is there.'));
  return fetch(input, init);
};

const form = find('#looks', HTMLFormElement);
const stage = find('#stage');
const code = find('#code');
const first = stage.firstElementChild!.cloneNode(true) as HTMLElement;

form.addEventListener('change', () => {
  const data = new FormData(form);
  const [variant, state] = ['variant', 'state'].map((name) => data.getAll(name).map(String)[0] ?? '');
  const element = first.cloneNode(true) as HTMLElement;
  const usual = form.querySelector<HTMLInputElement>('[name=variant]')?.value;
  if (variant && variant !== usual) element.setAttribute('variant', variant);
  if (state === 'asks first') element.setAttribute('loading', 'click');
  if (state === 'empty')
    for (const [, name, value] of (stage.dataset['empty'] ?? '').matchAll(/(\w+)="([^"]*)"/g))
      element.setAttribute(name!, value!);
  // What is to be copied asks nobody who does not exist.
  code.textContent = element.outerHTML.replaceAll('=""', '');
  if (state === 'loading') element.setAttribute('source', waiting);
  if (state === 'not known') element.setAttribute('source', away);
  stage.replaceChildren(element);
});
