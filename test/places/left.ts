/** The six forms in which a number can arrive on a page, and what a place leaves of them. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const fragment = '#figshare-stats?variant=card&metrics=views+downloads';

/** Of the link, as a page's address. */
export const linkAddress = `https://doi.org/10.6084/m9.figshare.766364${fragment}`;

/** One block each, as an author would paste it. */
export const forms = {
  script: '<script type="module" src="https://cdn.example.org/figshare-stats.js"></script>',
  tag: '<p>Seen <figshare-stats item="766364" metrics="views">by many</figshare-stats> often</p>',
  link: `<p><a href="https://doi.org/10.6084/m9.figshare.766364${fragment.replace('&', '&amp;')}">The data</a></p>`,
  div: '<div data-figshare-stats data-item="766364" data-variant="card">Many</div>',
  frame: '<iframe src="https://www.example.edu/embed/?item=766364" width="320" height="80"></iframe>',
  image:
    '<p><a href="https://doi.org/10.6084/m9.figshare.766364"><img src="https://www.example.edu/figshare.svg" alt="Views and downloads" /></a></p>',
} as const;

export const allForms = Object.values(forms).join('\n');

/** `keeps link, div; drops script, tag, frame, image` */
export function describeLeft(html: string): string {
  const elements = elementsIn(parseFragment(html));
  const found = Object.fromEntries(
    Object.keys(forms).map((name) => [name, stateOf[name as keyof typeof forms](elements, html)]),
  );
  const those = (state: string) => Object.keys(found).filter((name) => found[name] === state);
  const parts = [...new Set(Object.values(found))].map((state) => `${state} ${those(state).join(', ')}`);
  return parts.sort(byWord).join('; ');
}

const order = ['keeps', 'changes', 'shows as text', 'drops'];
const byWord = (a: string, b: string) =>
  order.findIndex((word) => a.startsWith(word)) - order.findIndex((word) => b.startsWith(word));

type Look = (elements: Element[], html: string) => string;

const kept = (is: boolean, isText = false) => (is ? 'keeps' : isText ? 'shows as text' : 'drops');

const stateOf: Record<keyof typeof forms, Look> = {
  script: (elements, html) =>
    kept(some(elements, 'script', 'src', /figshare-stats\.js/), html.includes('&lt;script')),
  tag: (elements, html) =>
    kept(some(elements, 'figshare-stats', 'item', /^766364$/), html.includes('&lt;figshare-stats')),
  link: (elements) =>
    some(elements, 'a', 'href', /#figshare-stats/)
      ? kept(elements.some((one) => valueOf(one, 'href')?.endsWith(fragment)))
      : 'drops',
  div: (elements, html) =>
    kept(
      elements.some((one) => has(one, 'data-figshare-stats') && valueOf(one, 'data-item') === '766364'),
      html.includes('&lt;div'),
    ),
  frame: (elements, html) => {
    const frame = elements.find((one) => (valueOf(one, 'src') ?? '').includes('embed/?item=766364'));
    if (!frame) return kept(false, html.includes('&lt;iframe'));
    return valueOf(frame, 'sandbox') === '' ? 'changes (sandbox="", no script)' : 'keeps';
  },
  image: (elements, html) => {
    const image = elements.find((one) => one.tagName === 'img');
    const isLinked = elements.some((one) => one.tagName === 'a' && elementsIn(one).includes(image!));
    if (!image) return kept(false, html.includes('&lt;img'));
    return isLinked && valueOf(image, 'alt') ? 'keeps' : 'changes (link or alt lost)';
  },
};

const some = (elements: Element[], tag: string, name: string, value: RegExp) =>
  elements.some((one) => one.tagName === tag && value.test(valueOf(one, name) ?? ''));

const valueOf = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

const has = (element: Element, name: string) => valueOf(element, name) !== undefined;

function elementsIn(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...elementsIn(child)]);
}
