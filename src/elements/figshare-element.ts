import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FigshareError } from '../figshare/error.js';
import { splitItems } from '../figshare/item.js';
import { dayOf, type Period } from '../figshare/period.js';
import type { Question } from '../figshare/question.js';
import { formatDay, formatPeriod } from '../format/date.js';
import { readerOf, type Reader } from '../format/figure.js';
import type { Words } from '../format/words/en.js';
import { fill, wordsIn, type Language } from '../format/words/words.js';
import { isSnapshot, parseAddresses, sourceAt } from '../source/sources.js';
import { mainApi } from '../source/service.js';
import type { Answered, Source } from '../source/source.js';
import type { Asking } from '../figshare/ask-path.js';
import { version } from '../version.js';
import { itemPage, safeHref } from './link.js';
import { whenNear } from './near-viewport.js';
import { localeOf, onLangChange } from './page-language.js';
import { keyOf, Pursuit, type FigshareStatus, type Inquiry } from './question-controller.js';
import { baseStyles } from './styles.js';
import { warnOnce } from './warn.js';

/**
 * What all elements share: the question that their attributes ask, when it is asked and of whom, the states
 * it goes through, what stands there without a number, language, theme, link and warnings.
 */
export abstract class FigshareElement<Asked extends Question, Answer> extends LitElement {
  /** A second copy of the bundle compares it. */
  static readonly version = version;

  static override styles: CSSResultGroup = baseStyles;

  // A table in place of decorators: decorators weigh 0.4 kB more.
  static override properties: PropertyDeclarations = {
    item: {},
    source: {},
    institution: {},
    start: {},
    end: {},
    loading: {},
    remember: { type: Boolean },
    hideBelow: { attribute: 'hide-below' },
    href: {},
    noLink: { type: Boolean, attribute: 'no-link' },
    theme: {},
  };

  /** What to count: numbers, `kind/number`, DOIs, figshare URLs, separated by white space; several are summed. */
  item: string | number | undefined;
  /** Addresses of sources, separated by white space, tried in order. */
  source: string | undefined;
  /** Slug of an institution's scope. */
  institution: string | undefined;
  /** First day, `YYYY-MM-DD`. */
  start: string | undefined;
  /** Last day, `YYYY-MM-DD`. */
  end: string | undefined;
  /** When to ask: near the viewport, at once, or after a press on a button. */
  loading: 'lazy' | 'eager' | 'click' = 'lazy';
  /** Keep the last good answers in this browser's storage. */
  remember = false;
  /** Hide the element while its first number is below this one. */
  hideBelow: string | number | undefined;
  /** Where the element links. */
  href: string | undefined;
  /** No link. */
  noLink = false;
  /** Colours, where the page's own `color-scheme` is not what is wanted. */
  theme: 'light' | 'dark' | undefined;

  /** The locale that numbers and dates are written in. */
  protected locale = 'en';
  /** The language of the element's own words. */
  protected language: Language = 'en';
  /** What the attributes ask, when they ask something. */
  protected asked: Asked | undefined;

  /** Addresses of the sources, in order. */
  #addresses: string[] = [];
  readonly #pursuit = new Pursuit<Answer>(
    this,
    (answer) => this.isEmpty(answer),
    () => this.#announce(),
  );
  readonly #internals = this.attachInternals();
  #leave: (() => void)[] = [];
  #isNear = false;
  /** What the reader agreed to by pressing the button: to ask these hosts. */
  #agreed: string | undefined;

  /** The question that the attributes ask. @throws FigshareError `invalid` */
  protected abstract question(item: string, today: string): Asked;
  /** Whether there is nothing to ask without an item. */
  protected readonly needsItem: boolean = true;
  /** Whether the main API is asked for names, too. */
  protected asksNames(): boolean {
    return false;
  }
  /** How it is put to a service. */
  protected abstract readonly asking: Asking<Asked, Answer>;
  /** Checks an answer to the question that was kept in storage. @throws FigshareError `bad-data` */
  protected abstract readKept(kept: unknown, question: Asked): Answer;
  protected abstract isEmpty(answer: Answer): boolean;
  /** The number that `hide-below` looks at; undefined when it is not known. */
  protected abstract firstNumber(answer: Answer): number | undefined;
  /** Draws the answer; without one, what stands in its place and height. */
  protected abstract renderFigures(answered: Answered<Answer> | undefined): TemplateResult;

  /** As large as the answer may become; never seen. */
  protected abstract renderReserve(): TemplateResult;

  get status(): FigshareStatus {
    return this.#pursuit.status;
  }

  protected get reader(): Reader {
    const { locale, language } = this;
    return { locale, language };
  }

  protected get words(): Words {
    return wordsIn(this.language);
  }

  /** Where the element leads: nowhere when it shows a sum, which has no page of its own. */
  protected get link(): string | undefined {
    if (this.noLink) return undefined;
    const own = this.href && safeHref(this.href, this.baseURI);
    if (own) return own;
    if (this.href) this.warn(`href must be an http or https address, got "${this.href}"`);
    const [item, ...others] = splitItems(String(this.item ?? ''));
    return item && others.length === 0 && this.asked ? itemPage(item, this.asked.items[0]) : undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const near = () => {
      this.#isNear = true;
      this.requestUpdate();
    };
    this.#leave = [whenNear(this, near), onLangChange(this, () => this.requestUpdate())];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
  }

  override willUpdate(): void {
    ({ locale: this.locale, language: this.language } = readerOf(localeOf(this)));
    this.#pursue();
    // What a snapshot answers ends with its last day, and so does what is drawn.
    const { period } = this.#pursuit.answered ?? {};
    if (this.asked && period) this.asked = { ...this.asked, period };
    this.#showState();
  }

  // One template for all states: whoever has the focus on the link keeps it when the number arrives.
  override render(): TemplateResult {
    const { answered, status } = this.#pursuit;
    const hasFallback = [...this.childNodes].some(
      ({ nodeType, nodeValue }) =>
        nodeType === Node.ELEMENT_NODE || (nodeType === Node.TEXT_NODE && nodeValue?.trim()),
    );
    const isOffered = status === 'idle' && this.loading === 'click' && !!this.asked;
    const isDrawn = answered ?? (!hasFallback && !isOffered && (this.asked ?? status === 'error'));
    const theme = this.choice('theme', this.theme, ['light', 'dark']) ?? '';
    return html`<span class="stack ${theme}" tabindex="-1"
      ><span class="reserved" aria-hidden="true">${this.renderReserve()}</span
      ><span class=${isDrawn ? '' : 'reserved'}>${this.renderFigures(answered)}</span>${
        answered
          ? nothing
          : html`<span
              ><slot @slotchange=${() => this.requestUpdate()}></slot> ${
                isOffered
                  ? html`<button part="button" class="button" type="button" @click=${() => this.#press()}>
                      ${fill(this.words.load, this.#hosts())}
                    </button>`
                  : nothing
              }</span
            >`
      }</span
    >`;
  }

  /** What is counted, as of when, under what is too large for one link. */
  protected renderMeta(text: string): TemplateResult {
    const { link } = this;
    return link
      ? html`<a part="meta" class="meta" href=${link} rel="noopener">${text}</a>`
      : html`<span part="meta" class="meta">${text}</span>`;
  }

  /** What is seen of the element: a link, unless it leads nowhere. */
  protected renderBase(className: string, content: TemplateResult, title?: string): TemplateResult {
    const { link, language } = this;
    return link
      ? html`<a
          part="base"
          class=${className}
          href=${link}
          rel="noopener"
          title=${ifDefined(title)}
          dir="auto"
          lang=${language}
          >${content}</a
        >`
      : html`<span part="base" class=${className} title=${ifDefined(title)} dir="auto" lang=${language}
          >${content}</span
        >`;
  }

  /** What numbers count, for which period. */
  protected counted(period?: Period): string {
    return [this.words.counted, period && formatPeriod(period, this.locale)].filter(Boolean).join(' · ');
  }

  protected asOf(retrieved: Date): string {
    return fill(this.words.asOf, formatDay(retrieved, this.locale));
  }

  /** A value that only changes the look: what is not known falls back, with a word to the page's author. */
  protected choice<Value extends string>(
    name: string,
    value: string | null | undefined,
    known: readonly Value[],
  ): Value | undefined {
    const found = known.find((one) => one === value);
    if (value && !found) this.warn(`${name} must be one of ${known.join(', ')}, got "${value}"`);
    return found;
  }

  protected warn(cause: string): void {
    warnOnce(this.localName, cause);
  }

  /** Questions are cheap to put and compared by what they ask, so any update may put them anew. */
  #pursue(): void {
    const inquiry = this.#inquiry();
    const loading = this.choice('loading', this.loading, ['lazy', 'eager', 'click']) ?? 'lazy';
    const isDue = { lazy: this.#isNear, eager: true, click: this.#agreed === this.#hosts() }[loading];
    this.#pursuit.pursue(inquiry, this.isConnected && (isDue || !this.asked));
  }

  /** What the attributes ask of whom; what is wrong with them is as good as an answer. */
  #inquiry(): Inquiry<Answer> | undefined {
    this.asked = undefined;
    const item = String(this.item ?? '').trim();
    if (!item && this.needsItem) return undefined;
    const meta = document.querySelector<HTMLMetaElement>('meta[name="figshare-source"]');
    try {
      const addresses = parseAddresses(this.source ?? meta?.content ?? '', this.baseURI);
      const question = this.question(item, dayOf(new Date()));
      this.asked = question;
      this.#addresses = addresses;
      return {
        key: keyOf(addresses, question),
        ask: (signal) => this.sources.answer(question, this.asking, { signal }),
        read: (kept) => this.readKept(kept, question),
        remember: this.remember,
      };
    } catch (error) {
      return {
        key: String(error),
        ask() {
          throw error;
        },
      };
    }
  }

  async #press(): Promise<void> {
    this.#agreed = this.#hosts();
    this.requestUpdate();
    await this.updateComplete;
    // The button is gone; where no link has taken its place, the focus stays with the element all the same.
    const link = this.renderRoot.querySelector<HTMLElement>('a[part]');
    (link ?? this.renderRoot.querySelector<HTMLElement>('.stack'))?.focus({ preventScroll: true });
  }

  /** Who answers. */
  protected get sources(): Source {
    return sourceAt(this.#addresses);
  }

  /** Whom the question asks, for a reader to agree to. */
  #hosts(): string {
    const needsMainApi = this.asksNames() || this.asked?.items.some((item) => 'doi' in item);
    const looksUp = needsMainApi && !this.#addresses.every(isSnapshot);
    const addresses = looksUp ? [...this.#addresses, mainApi] : this.#addresses;
    return [...new Set(addresses.map((address) => new URL(address).host))].join(', ');
  }

  /** For CSS as `:state()`, for assistive technology as busy. */
  #showState(): void {
    const { states } = this.#internals;
    this.#internals.ariaBusy = String(this.status === 'loading');
    try {
      states.clear();
      states.add(this.status);
      if (this.#isBelow()) states.add('below');
    } catch {
      // Browsers of before 2024 know states by other names, or none: the element shows all the same.
    }
  }

  #isBelow(): boolean {
    const { answered } = this.#pursuit;
    const limit = Number(this.hideBelow ?? 0);
    if (Number.isNaN(limit)) this.warn(`hide-below must be a number, got "${this.hideBelow}"`);
    return !!answered && (this.firstNumber(answered.answer) ?? Infinity) < limit;
  }

  #announce(): void {
    const { answered, error } = this.#pursuit;
    if (error) this.warn(error.message);
    const type = error ? 'figshare-error' : 'figshare-load';
    this.dispatchEvent(new CustomEvent(type, { detail: error ?? answered, bubbles: true, composed: true }));
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'figshare-load': CustomEvent<Answered<unknown>>;
    'figshare-error': CustomEvent<FigshareError>;
  }
}
