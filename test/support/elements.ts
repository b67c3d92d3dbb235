import { fixture, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { FigshareStatus } from '../../src/elements/question-controller.js';

/** What all elements have in common. */
export interface AnyElement extends LitElement {
  item: string | number | undefined;
  readonly status: FigshareStatus;
}

/** Puts markup on the page and gives its first element, drawn. */
export async function mount(markup: string): Promise<AnyElement> {
  const holder = await fixture<HTMLElement>(`<div>${markup}</div>`);
  const element = holder.querySelector<AnyElement>(':not(:scope)')!;
  await element.updateComplete;
  return element;
}

/** The same, some screens below. */
export async function mountFar(markup: string): Promise<AnyElement> {
  scrollTo(0, 0); // a test before may have gone there
  const holder = await fixture<HTMLElement>('<div></div>');
  holder.style.paddingBlockStart = '5000px';
  holder.innerHTML = markup;
  const element = holder.firstElementChild as AnyElement;
  await element.updateComplete;
  return element;
}

const told = new WeakMap<EventTarget, CustomEvent>();
for (const type of ['figshare-load', 'figshare-error']) {
  addEventListener(type, (event) => told.set(event.composedPath()[0]!, event as CustomEvent));
}

/** Waits for a fact. It may take long on a busy machine, and a test says what it waited for in vain. */
export const until = (isSo: () => unknown, what: string) =>
  waitUntil(isSo, what, { timeout: 30_000, interval: 10 });

/** The event by which an element told of its answer, or that it has none: each once, however early it came. */
export async function settled<Detail>(element: AnyElement): Promise<CustomEvent<Detail>> {
  await until(() => told.has(element), 'the element did not settle');
  const event = told.get(element)!;
  told.delete(element);
  return event as CustomEvent<Detail>;
}

/** Puts markup on the page and waits for its first element to settle. */
export async function mountSettled(markup: string): Promise<AnyElement> {
  const element = await mount(markup);
  await settled(element);
  return element;
}

/** What a reader sees of an element's own: the text of what is not hidden from sight. */
export function seen(element: Element): string {
  const base = element.shadowRoot!.querySelector<HTMLElement>('[part~=base]')!;
  const copy = base.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('.unseen, [inert], .waiting').forEach((hidden) => hidden.remove());
  return words(copy.textContent);
}

/** What a screen reader reads out of an element's own. */
export function heard(element: Element): string {
  const base = element.shadowRoot!.querySelector<HTMLElement>('[part~=base]')!;
  const copy = base.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('[aria-hidden=true], [inert], .waiting').forEach((hidden) => hidden.remove());
  return words(copy.textContent);
}

export function partOf(element: Element, name: string): HTMLElement | null {
  return element.shadowRoot!.querySelector<HTMLElement>(`[part~=${name}]`);
}

/** What an element's popover says once its base has the focus by keyboard. */
export async function details(element: AnyElement): Promise<string> {
  partOf(element, 'base')!.focus({ focusVisible: true });
  await element.updateComplete;
  return words(element.shadowRoot!.querySelector('.popover')!.textContent);
}

/** Waits until a frame has been drawn: what was there before it has been seen, and keeps its room. */
export const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Collects console warnings while a test runs. */
export function collectWarnings(): string[] {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
  });
  return warnings;
}

function words(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
