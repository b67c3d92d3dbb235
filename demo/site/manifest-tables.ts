/** What `custom-elements.json` tells of the elements, as rows of tables in Markdown. */
import type { Row } from './readme-tables.js';

interface Named {
  name: string;
  description?: string;
}

interface Attribute extends Named {
  type?: { text: string };
  default?: string;
}

export interface Declaration {
  tagName: string;
  attributes: Attribute[];
  cssParts: Named[];
  cssProperties: Named[];
  events: Attribute[];
  slots: Named[];
}

export interface Manifest {
  modules: { declarations: Declaration[] }[];
}

/** What comes first among what all share. */
const first = ['item', 'start', 'end', 'source'];

/**
 * The attributes of an element.
 *
 * @param element - `stats`, …; `all` gives those that all elements share, which are not told of each
 * @throws Error when there is no such element
 */
export function attributesOf(manifest: Manifest, element: string): Row[] {
  const all = declarationsIn(manifest);
  const isShared = ({ name }: Named) =>
    all.every(({ attributes }) => attributes.some((one) => one.name === name));
  const { attributes } = element === 'all' ? all[0]! : declarationOf(manifest, element);
  const wanted = attributes.filter((one) => isShared(one) === (element === 'all'));
  const place = ({ name }: Named) => (first.includes(name) ? first.indexOf(name) : first.length);
  return wanted.sort((one, other) => place(one) - place(other)).map(rowOf);
}

/** What a page's style sheet and script reach of an element, by what it is; without what there is none of. */
export function reachOf(manifest: Manifest, element: string): [title: string, names: [string, string][]][] {
  const { cssParts, cssProperties, events, slots } = declarationOf(manifest, element);
  const named = (all: Named[]) =>
    all.map(({ name, description = '' }): [string, string] => [
      name ? `\`${name}\`` : 'between the tags',
      description,
    ]);
  const reach: [string, [string, string][]][] = [
    ['slot', named(slots)],
    ['custom property', named(cssProperties)],
    ['part', named(cssParts)],
    ['event', named(events)],
  ];
  return reach.filter(([, names]) => names.length > 0);
}

function rowOf({ name, description = '', type, default: fallback = '' }: Attribute): Row {
  const values = [...(type?.text ?? '').matchAll(/'([^']+)'/g)]
    .map(([, value]) => `\`${value!}\``)
    .join(' · ');
  const plain = fallback.replace(/^'(.*)'$/, '$1');
  const usual = plain === 'false' ? 'off' : plain && `\`${plain}\``;
  return [`\`${name}\``, [values, description].filter(Boolean).join('<br>'), usual];
}

const declarationsIn = ({ modules }: Manifest) => modules.flatMap(({ declarations }) => declarations);

function declarationOf(manifest: Manifest, element: string): Declaration {
  const found = declarationsIn(manifest).find(({ tagName }) => tagName === `figshare-${element}`);
  if (!found) throw new Error(`custom-elements.json tells nothing of figshare-${element}`);
  return found;
}
