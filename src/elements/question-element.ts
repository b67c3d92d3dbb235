import type { PropertyDeclarations } from 'lit';
import type { Asking } from '../figshare/ask-path.js';
import { dayOf, type Period } from '../figshare/period.js';
import type { Question } from '../figshare/question.js';
import type { Source } from '../source/source.js';
import { parseAddresses, sourceAt } from '../source/sources.js';
import { given, isGiven } from './given.js';
import { hostsOf } from './hosts.js';
import { onceATurn } from './once-a-turn.js';
import { PageElement } from './page-element.js';
import { keyOf, type Inquiry } from './question-controller.js';

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

/** The question in an element's attributes, and whom it is put to. */
export abstract class QuestionElement<Asked extends AnyQuestion, Answer> extends PageElement {
  // A table in place of decorators: decorators weigh 0.4 kB more.
  static override get properties(): PropertyDeclarations {
    return {
      item: {},
      source: {},
      institution: {},
      start: {},
      end: {},
      remember: { type: Boolean },
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
  /** Keep the last good answers in this browser's storage. */
  remember = false;

  /** What the attributes ask, when they ask something; once there is an answer, its period is what that covers. */
  protected asked: Asked | undefined;
  /** Whether there is nothing to ask without an item. */
  protected readonly needsItem: boolean = true;
  /** How the question is put to a service. */
  protected abstract readonly asking: Asking<Asked, Answer>;

  #inquiry: Inquiry<Answer> | undefined;
  /** What the attributes ask today. */
  #question: Asked | undefined;
  /** Whether that is up to date. */
  #isRead = false;
  /** Addresses of the sources, in order. */
  #addresses: readonly string[] = [];

  /** The question that the attributes ask. @throws FigshareError `invalid` */
  protected abstract question(item: string, today: string): Asked;
  /** Checks an answer to the question that was kept in storage. @throws FigshareError `bad-data` */
  protected abstract readKept(kept: unknown, question: Asked): Answer;
  /** Whether the main API is asked for names, too. */
  protected asksNames(): boolean {
    return false;
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
    const looksUp = !!this.asked?.items.some((item) => 'doi' in item);
    return hostsOf(this.#addresses, looksUp || this.asksNames());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#isRead = false; // the page's own source may be another one
  }

  /** Of a property that was set, or of none, as from Lit's constructor, when this class has no fields yet. */
  override requestUpdate(...change: Parameters<PageElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    if (change.length > 0) this.#isRead = false;
  }

  /** What the attributes ask of whom, read when one has changed. */
  protected inquire(): Inquiry<Answer> | undefined {
    if (!this.#isRead) this.#inquiry = this.#read();
    this.#isRead = true;
    this.asked = this.#question;
    return this.#inquiry;
  }

  /** What is wrong with the attributes is as good as an answer. */
  #read(): Inquiry<Answer> | undefined {
    this.#question = undefined;
    const item = isGiven(this.item) ? String(this.item).trim() : '';
    if (!item && this.needsItem) {
      this.warn('item is missing: a number, kind/number, DOI or figshare URL');
      return undefined;
    }
    try {
      const list = isGiven(this.source) ? String(this.source) : pageSource();
      const addresses = parseAddresses(list, this.baseURI);
      const question = this.question(item, today());
      this.#question = question;
      this.#addresses = addresses;
      const dates = given(this, 'start', 'end');
      return {
        get key() {
          return keyOf(addresses, question, dates);
        },
        period: question.period,
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
}
