import type { LitElement } from 'lit';

/** What an element's attributes are as properties, all of them optional: `hideBelow`, `labelViews`. */
export type OwnProperties<Element extends HTMLElement> = Partial<Omit<Element, keyof LitElement | 'status'>>;
