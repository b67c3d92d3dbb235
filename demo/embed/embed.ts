import { readEmbedQuery } from '../../src/figshare/embed-query.js';
import { tellHeight } from './height.js';

const { documentElement: root, body } = document;
const query = new URLSearchParams(location.search);
const asked = readEmbedQuery(query);

// Before any element reads it: numbers and words are in the reader's language, unless the address says which.
root.lang = query.get('lang') || navigator.language;

if (asked && !body.querySelector(`figshare-${asked.name}`)) {
  const { name, attributes } = asked;
  const element = document.createElement(`figshare-${name}`);
  for (const [option, value] of attributes) element.setAttribute(option, value);
  element.setAttribute('loading', 'eager');
  const source = query.get('source');
  if (source && isSafe(source)) element.setAttribute('source', source);
  const theme = query.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  body.replaceChildren(element);
}

tellHeight();

/** Whether all of a list of sources are of this site, or at least nobody on the way can change what they say. */
function isSafe(source: string): boolean {
  return source.split(/[\s,;]+/).every((address) => {
    const url = urlOf(address);
    return url?.protocol === 'https:' || url?.origin === location.origin;
  });
}

function urlOf(address: string): URL | undefined {
  try {
    return new URL(address, location.href);
  } catch {
    return undefined; // no address
  }
}
