import { isServer, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { FigshareError } from '../figshare/error.js';
import { dayOf, untilRetrieved, type Period } from '../figshare/period.js';
import type { Question } from '../figshare/question.js';
import { parseAddresses, sourceAt } from '../source/sources.js';
import type { Asking } from '../figshare/ask-path.js';
import type { Answered, Source } from '../source/source.js';
import { ElementStates } from './element-states.js';
import { given, isGiven } from './given.js';
import { hostsOf } from './hosts.js';
import { whenNear } from './near-viewport.js';
import { onceATurn } from './once-a-turn.js';
import { PageElement } from './page-element.js';
import { keyOf, QuestionController, type FigshareStatus, type Inquiry } from './question-controller.js';

/** A question that may be about a period. */
export type AnyQuestion = Question & { period?: Period | undefined };

/** Where no `meta` says it, the whole page has to be searched for one. */
const pageSource = onceATurn(() => {
  // A form named "querySelector" hides the method of the page's document.
  const methods = Document.prototype as { querySelector(this: Document, selector: string): Element | null };
  const meta = methods.querySelector.call(document, 'meta[name="figshare-source"]');
  return meta?.getAttribute('content') ?? '';
});
const today = onceATurn(() => dayOf(new Date()));

/** More microtasks than a question takes to the network, or an answer out of the page's memory. */
const mostTurns = 20;

/** An element that asks: the question in its attributes, when it is asked and of whom, and the states it goes through. */
export abstract class AskingElement<Asked extends AnyQuestion, Answer> extends PageElement {
  // A table in place of decorators: decorators weigh 0.4 kB more.
  static override get properties(): PropertyDeclarations {
    return {
      item: {},
      source: {},
      institution: {},
      start: {},
      end: {},
      loading: {},
      remember: { type: Boolean },
      hideBelow: { attribute: 'hide-below' },
    };
  }

  /**
   * What to count: numbers, `kind/number`, DOIs, figshare URLs; several, separated by white space, commas or semicolons, are
   * summed. A bare number is an article, at `<figshare-count>` a group.
   */
  item: string | number | undefined;
  /**
   * Addresses of sources, separated by white space, commas or semicolons, tried in order; else those of the page's
   * `<meta name="figshare-source">`, else the live service.
   */
  source: string | undefined;
  /** Slug of an institution's scope. */
  institution: string | undefined;
  /** First day, `YYYY-MM-DD`. Without it, each element has a usual one. */
  start: string | undefined;
  /** Last day, `YYYY-MM-DD`; else today. */
  end: string | undefined;
  /** When to ask: near the viewport, at once, or after a press on a button. */
  loading: 'lazy' | 'eager' | 'click' = 'lazy';
  /** Keep the last good answers in this browser's storage. */
  remember = false;
  /** Hide the element while its first number is below this one. */
  hideBelow: string | number | undefined;

  /** What the attributes ask, when they ask something; once there is an answer, its period is what that covers. */
  protected asked: Asked | undefined;
  /** Near the viewport, or once was. */
  protected isNear = false;
  /** Whether there is nothing to ask without an item. */
  protected readonly needsItem: boolean = true;
  /** How the question is put to a service. */
  protected abstract readonly asking: Asking<Asked, Answer>;

  readonly #controller = new QuestionController<Answer>(this, () => this.#announce());
  readonly #states = new ElementStates(this);
  #inquiry: Inquiry<Answer> | undefined;
  /** What the attributes ask today. */
  #question: Asked | undefined;
  /** Whether that is up to date. */
  #isRead = false;
  /** Addresses of the sources, in order. */
  #addresses: readonly string[] = [];
  /** What the reader agreed to by pressing the button: to ask these hosts. */
  #agreed: string | undefined;
  #leaveViewport: (() => void) | undefined;

  /** The question that the attributes ask. @throws FigshareError `invalid` */
  protected abstract question(item: string, today: string): Asked;
  /** Checks an answer to the question that was kept in storage. @throws FigshareError `bad-data` */
  protected abstract readKept(kept: unknown, question: Asked): Answer;
  /** Whether it stands alone, with title and frame, or in a line. */
  protected abstract get isBlock(): boolean;
  /** Whether the answer says that there is nothing. */
  protected abstract isEmpty(answer: Answer): boolean;
  /** The number that `hide-below` looks at; undefined when it is not known. */
  protected abstract firstNumber(answer: Answer): number | undefined;
  /** Whether the main API is asked for names, too. */
  protected asksNames(): boolean {
    return false;
  }

  get status(): FigshareStatus {
    const { status, answered } = this.#controller;
    return status === 'ready' && answered && this.isEmpty(answered.answer) ? 'empty' : status;
  }

  /** The answer, also when it is the last good one. */
  protected get answered(): Answered<Answer> | undefined {
    return this.#controller.answered;
  }

  protected get error(): FigshareError | undefined {
    return this.#controller.error;
  }

  /** Whether the numbers end before the period that was asked for does. */
  protected get endsEarlier(): boolean {
    const [asked, told] = [this.#question?.period, this.asked?.period];
    return !!asked && !!told && told.end < asked.end;
  }

  /** Who answers. */
  protected get sources(): Source {
    return sourceAt(this.#addresses);
  }

  /** Whom the question asks, for a reader to agree to. */
  protected get hosts(): string {
    const looksUp = this.asked?.items.some((item) => 'doi' in item) ?? false;
    return hostsOf(this.#addresses, looksUp || this.asksNames());
  }

  /** Whether it waits for a press on the button. */
  protected get isOffered(): boolean {
    return this.loading === 'click' && this.status === 'idle' && !!this.asked;
  }

  protected get isBelow(): boolean {
    const limit = Number(this.hideBelow ?? 0);
    if (Number.isNaN(limit)) this.warn(`hide-below must be a number, got "${this.hideBelow}"`);
    return !!this.answered && (this.firstNumber(this.answered.answer) ?? Infinity) < limit;
  }

  /** Whoever sets an item or a source again wants to hear of it again; a new one is asked for anyway. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (/^(item|source)$/.test(name) && (old === value || this.status === 'error')) this.askAgain();
  }

  override connectedCallback(): void {
    // Before the first drawing is due: what is in view asks with it.
    this.#leaveViewport = whenNear(this, () => this.#comeNear(), {
      isUrgent: this.loading !== 'eager' && this.loading !== 'click',
    });
    super.connectedCallback();
    this.#isRead = false; // the page's own source may be another one
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveViewport?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (isServer) return;
    if (changed.size > 0) this.#isRead = false;
    this.#askIfDue();
    super.willUpdate(changed);
    const period =
      this.#controller.period && untilRetrieved(this.#controller.period, this.answered?.retrieved);
    if (this.asked && period) this.asked = { ...this.asked, period };
    this.#states.show(this.status, ...(this.isBelow ? ['below'] : []), ...(this.isBlock ? ['block'] : []));
  }

  /**
   * Asks before it is drawn: drawing takes longer, a browser's first number format alone 11 ms. What the page's memory knows
   * is drawn at once, with nothing before it that stands for it.
   */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      this.#askIfDue();
      for (let turn = 0; turn < mostTurns && this.status === 'loading'; turn++) await Promise.resolve();
    }
    await super.scheduleUpdate();
  }

  #askIfDue(): void {
    if (!this.#isRead) this.#inquiry = this.#read();
    this.#isRead = true;
    const loading = this.choice('loading', this.loading, ['lazy', 'eager', 'click']) ?? 'lazy';
    this.asked = this.#question;
    const isDue =
      loading === 'click'
        ? !!this.#agreed && this.#agreed === this.hosts
        : loading === 'eager' || this.isNear;
    this.#controller.ask(this.#inquiry, this.isConnected && (isDue || !this.asked));
  }

  #comeNear(): void {
    this.isNear = true;
    if (this.status === 'idle') this.requestUpdate();
  }

  /** The reader wants the numbers, from those who were named. */
  protected agree(): void {
    this.#agreed = this.hosts;
    this.requestUpdate();
  }

  protected askAgain(): void {
    this.#controller.askAgain();
  }

  protected override drawingFailed(error: unknown): void {
    this.#controller.fail(error);
    this.#states.show('error');
    this.#announce();
  }

  /** What the attributes ask of whom; what is wrong with them is as good as an answer. */
  #read(): Inquiry<Answer> | undefined {
    this.#question = undefined;
    const item = isGiven(this.item) ? String(this.item).trim() : '';
    if (!item && this.needsItem) {
      this.warn('item is missing: a number, kind/number, DOI or figshare URL');
      return undefined;
    }
    const { remember } = this;
    try {
      const addresses = parseAddresses(this.#sourceList, this.baseURI);
      const question = this.question(item, today());
      this.#question = question;
      this.#addresses = addresses;
      const { period } = question;
      return {
        key: keyOf(addresses, question, given(this, 'start', 'end')),
        period,
        ask: (signal) => this.sources.answer(question, this.asking, { signal }),
        read: (kept) => this.readKept(kept, question),
        remember,
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

  get #sourceList(): string {
    return isGiven(this.source) ? String(this.source) : pageSource();
  }

  #announce(): void {
    const { answered, error } = this.#controller;
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
