import { isServer, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { FigshareError } from '../figshare/error.js';
import { untilRetrieved } from '../figshare/period.js';
import type { Answered } from '../source/source.js';
import { ElementStates } from './element-states.js';
import { whenNear } from './near-viewport.js';
import { QuestionController, type FigshareStatus } from './question-controller.js';
import { QuestionElement, type AnyQuestion } from './question-element.js';
import { turnToDraw } from './turns.js';

/** More microtasks than a question takes to the network, or an answer out of the page's memory. */
const mostTurns = 20;

/** When an element asks, and the states that it goes through. */
export abstract class AskingElement<Asked extends AnyQuestion, Answer> extends QuestionElement<
  Asked,
  Answer
> {
  static override get properties(): PropertyDeclarations {
    return {
      loading: {},
      hideBelow: { attribute: 'hide-below' },
    };
  }

  /** When to ask: near the viewport, at once, or after a press on a button. */
  loading: 'lazy' | 'eager' | 'click' = 'lazy';
  /** Hide the element while its first number is below this one. */
  hideBelow: string | number | undefined;

  /** Near the viewport, or once was. */
  protected isNear = false;
  /** Known not to be. */
  protected isFar = false;

  readonly #controller = new QuestionController<Answer>(this, () => this.#announce());
  readonly #states = new ElementStates(this);
  /** What the reader agreed to by pressing the button: to ask these hosts. */
  #agreed: string | undefined;
  #leaveViewport: (() => void) | undefined;

  /** Whether it stands alone, with title and frame, or in a line. */
  protected abstract get isBlock(): boolean;
  /** Whether the answer says that there is nothing. */
  protected abstract isEmpty(answer: Answer): boolean;
  /** The number that `hide-below` looks at; undefined when it is not known. */
  protected abstract firstNumber(answer: Answer): number | undefined;

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

  /** Whether it waits for a press on the button. */
  protected get isOffered(): boolean {
    return this.loading === 'click' && this.status === 'idle' && !!this.asked;
  }

  protected get isBelow(): boolean {
    const limit = Number(this.hideBelow ?? 0);
    if (Number.isNaN(limit)) this.warn(`hide-below must be a number, got "${this.hideBelow}"`);
    return limit > 0 && !!this.answered && (this.firstNumber(this.answered.answer) ?? Infinity) < limit;
  }

  /** Whoever sets an item or a source again wants to hear of it again; a new one is asked for anyway. */
  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (/^(item|source)$/.test(name) && (old === value || this.status === 'error')) this.askAgain();
  }

  override connectedCallback(): void {
    // Before the first drawing is due: what is in view asks with it.
    this.#leaveViewport = whenNear(this, (isNear) => this.#place(isNear), {
      isUrgent: this.loading !== 'eager' && this.loading !== 'click',
    });
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveViewport?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (isServer) return;
    this.#askIfDue();
    const period =
      this.#controller.period && untilRetrieved(this.#controller.period, this.answered?.retrieved);
    if (this.asked && period) this.asked = { ...this.asked, period };
    this.#states.show(this.status, ...(this.isBelow ? ['below'] : []), ...(this.isBlock ? ['block'] : []));
  }

  /**
   * Asks before it is drawn: drawing takes longer, a browser's first number format alone 11 ms. What the page's memory knows
   * is drawn at once, with nothing before it that stands for it. Of very many that come together, what is not in view waits.
   */
  protected override async scheduleUpdate(): Promise<void> {
    const turn = this.isNear ? undefined : turnToDraw();
    if (turn) {
      if (!this.hasUpdated && this.firstChild) this.showFallback();
      await turn;
    }
    if (!this.hasUpdated) {
      this.#askIfDue();
      for (let turn = 0; turn < mostTurns && this.status === 'loading'; turn++) await Promise.resolve();
    }
    await super.scheduleUpdate();
  }

  #askIfDue(): void {
    const inquiry = this.inquire();
    const loading = this.choice('loading', this.loading, ['lazy', 'eager', 'click']) ?? 'lazy';
    const isDue =
      loading === 'click'
        ? !!this.#agreed && this.#agreed === this.hosts
        : loading === 'eager' || this.isNear;
    this.#controller.ask(inquiry, this.isConnected && (isDue || !this.asked));
  }

  #place(isNear: boolean): void {
    this.isNear ||= isNear;
    this.isFar = !this.isNear;
    if (isNear && this.status === 'idle') this.requestUpdate();
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
