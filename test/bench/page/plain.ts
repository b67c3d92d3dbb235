/** What both drawings by plain DOM code have in common: how they are made, worded and coloured. */
import { item, period } from '../numbers.js';

type Attributes = Record<string, string>;

export function html(tag: string, attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Attributes, ...children: Node[]): SVGElement {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function filled<Made extends Element>(made: Made, attributes: Attributes, children: (Node | string)[]): Made {
  for (const name in attributes) made.setAttribute(name, attributes[name]!);
  made.append(...children);
  return made;
}

/** What is seen: a link to the item. */
export function link(className: string, counted: string, ...children: (Node | string)[]): HTMLElement {
  const title = `${counted} · as of ${today.format(new Date())}`;
  const href = `https://figshare.com/articles/_/${item}`;
  const attributes = {
    part: 'base',
    class: className,
    href,
    rel: 'noopener',
    title,
    dir: 'auto',
    lang: 'en',
  };
  return html('a', attributes, ...children);
}

const number = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');
const today = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', timeZone: 'UTC' });

export const formatNumber = (count: number) => number.format(count);
export const formatMonth = (date: string) => month.format(new Date(date));
export const formatPeriod = () => days.formatRange(new Date(period.start), new Date(period.end));

/** `view` or `views`: English has but two forms. */
export const nounOf = (noun: string, count: number) => (plural.select(count) === 'one' ? noun : `${noun}s`);

export const numberAndName = (count: number, noun: string): (Node | string)[] => [
  html('span', { part: 'value', class: 'value' }, formatNumber(count)),
  ' ',
  html('span', { part: 'label', class: 'label' }, nounOf(noun, count)),
];

export const color = {
  text: 'var(--figshare-color-text, light-dark(#1c2126, #e6eaee))',
  muted: 'var(--figshare-color-muted, light-dark(#5b6670, #9aa6b1))',
  accent: 'var(--figshare-color-accent, light-dark(#1f5fbf, #8ab4ff))',
  surface: 'var(--figshare-color-surface, light-dark(#fff, #14181c))',
  border: 'var(--figshare-color-border, light-dark(#d5dbe0, #333c44))',
};

export const commonCss = `
  :host {
    display: inline-block;
    position: relative;
    max-inline-size: 100%;
    text-indent: 0;
    white-space: normal;
    font-family: var(--figshare-font, inherit);
    font-variant-numeric: tabular-nums;
  }
  a {
    color: ${color.muted};
    text-decoration: none;
  }
  a:focus-visible {
    outline: 2px solid ${color.accent};
    outline-offset: 2px;
  }
  .value {
    font-weight: 600;
    color: ${color.text};
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
