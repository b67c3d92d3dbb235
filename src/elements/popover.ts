import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };

/** Time to think before it opens, and to reach it before it closes, in milliseconds. */
const patience = 200;
/** Between it and what it belongs to, and the edges of the viewport, in CSS pixels. */
const distance = 4;

/** What it hears of its host, each by the method of that name. */
const heard = ['pointerenter', 'pointerleave', 'focusin', 'click', 'keydown'] as const;

/** At most one on a page is open. */
const page: { open?: Popover | undefined } = {};

/**
 * Says more about what stands in a line: it opens when the pointer rests there, on focus by keyboard, and at a tap of a
 * finger; a second tap follows the link. It stays while pointer or focus are on the element or on it, until Escape or a
 * tap elsewhere (WCAG 1.4.13). It is built when it opens and gone when it closes.
 */
export class Popover implements ReactiveController, EventListenerObject {
  #timer = 0;
  #isTouched = false;
  #isListening = false;
  #end: AbortController | undefined;

  /** @param hasContent - whether there is something to say now */
  constructor(
    private readonly host: Host,
    private readonly hasContent: () => boolean,
  ) {
    host.addController(this);
  }

  get isOpen(): boolean {
    return page.open === this;
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Called by the browser: one listener for all that happens to the host is less than one for each. */
  handleEvent(event: Event): void {
    this[event.type as (typeof heard)[number]](event as never);
  }

  /** The popover, while it is open. Only now there may be something to point at: what waits has no listener. */
  render(
    language: string,
    direction: 'ltr' | 'rtl',
    content: () => TemplateResult,
  ): TemplateResult | typeof nothing {
    // Listeners of the host's own go with it.
    if (!this.#isListening) for (const type of heard) this.host.addEventListener(type, this);
    this.#isListening = true;
    if (!this.isOpen) return nothing;
    return html`<div id="popover" class="popover" popover="manual" lang=${language} dir=${direction}>
      ${content()}
    </div>`;
  }

  hostUpdated(): void {
    if (this.isOpen) this.#place();
  }

  close(): void {
    clearTimeout(this.#timer);
    if (!this.isOpen) return;
    page.open = undefined;
    this.#end?.abort();
    this.#anchor?.removeAttribute('aria-describedby');
    this.host.requestUpdate();
  }

  #open(): void {
    clearTimeout(this.#timer);
    if (this.isOpen || !this.hasContent() || !this.#anchor) return;
    page.open?.close();
    page.open = this;
    this.#end = new AbortController();
    const { signal } = this.#end;
    const { ownerDocument } = this.host;
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && this.close();
    const outside = (event: Event) => event.composedPath().includes(this.host) || this.close();
    ownerDocument.addEventListener('keydown', onKey, { signal, capture: true });
    ownerDocument.addEventListener('pointerdown', outside, { signal });
    ownerDocument.addEventListener('focusin', outside, { signal });
    ownerDocument.addEventListener('scroll', () => this.#place(), { signal, capture: true, passive: true });
    this.#anchor.setAttribute('aria-describedby', 'popover');
    this.host.requestUpdate();
  }

  get #anchor(): HTMLElement | null {
    return this.host.renderRoot.querySelector('[part~=base], [part~=button]');
  }

  /** In the browser's top layer, where nothing covers or cuts it; under its anchor, or above where there is more room. */
  #place(): void {
    const popover = this.host.renderRoot.querySelector<HTMLElement>('.popover');
    const rect = this.#anchor?.getClientRects()[0];
    if (!popover || !rect) return;
    const { width, height } = this.#show(popover).getBoundingClientRect();
    const { clientWidth, clientHeight } = popover.ownerDocument.documentElement;
    const isAbove = rect.bottom + distance + height > clientHeight && rect.top > clientHeight - rect.bottom;
    const start = getComputedStyle(popover).direction === 'rtl' ? rect.right - width : rect.left;
    const left = Math.max(distance, Math.min(start, clientWidth - width - distance));
    // Set by script, a style is no inline style to a security policy.
    popover.style.left = `${left}px`;
    popover.style.top = `${isAbove ? rect.top - distance - height : rect.bottom + distance}px`;
  }

  #show(popover: HTMLElement): HTMLElement {
    try {
      if (!popover.matches(':popover-open')) popover.showPopover();
    } catch {
      // Browsers of before 2024 have no popovers: it is fixed over the page all the same.
    }
    return popover;
  }

  #later(act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(act, patience);
  }

  private pointerenter({ pointerType }: PointerEvent): void {
    this.#isTouched = pointerType === 'touch';
    if (!this.#isTouched) this.#later(() => this.#open());
  }

  private pointerleave(): void {
    this.#later(() => this.close());
  }

  private focusin(event: Event): void {
    const target = event.composedPath()[0] as Element;
    if (target === this.#anchor && target.matches(':focus-visible')) this.#open();
  }

  private click(event: MouseEvent): void {
    const anchor = this.#anchor;
    if (this.isOpen || !anchor || !event.composedPath().includes(anchor)) return;
    const isTap = this.#isTouched && event.detail > 0;
    if (anchor.localName === 'span') this.#open();
    else if (anchor.localName === 'a' && isTap && this.hasContent()) {
      event.preventDefault();
      this.#open();
    }
  }

  /** What is no link is a button that opens it. */
  private keydown(event: KeyboardEvent): void {
    const isAnchor = event.composedPath()[0] === this.#anchor && this.#anchor?.localName === 'span';
    if (!isAnchor || !(event.key === 'Enter' || event.key === ' ')) return;
    event.preventDefault();
    if (this.isOpen) this.close();
    else this.#open();
  }
}
