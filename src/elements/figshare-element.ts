import {
  html,
  isServer,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { withoutDigits } from '../format/count.js';
import { formatDay } from '../format/date.js';
import { awaitedFigure } from '../format/figure.js';
import { capitalized, noneOf, unknownOf } from '../format/words/grammar.js';
import { directionOf, fill } from '../format/words/words.js';
import type { Answered } from '../source/source.js';
import { version } from '../version.js';
import { DescribedElement } from './described-element.js';
import { hasFallback } from './fallback.js';
import { asWords } from './figure.js';
import { buttonFor, footOf, framed, titleOf, type Action, type Message, type Title } from './frame.js';
import { linkText } from './link.js';
import { isPainted, nextFrame } from './painted.js';
import { Popover } from './popover.js';
import { popoverStyles } from './popover-styles.js';
import type { AnyQuestion } from './question-element.js';
import { baseStyles } from './styles.js';

/** Where asking again may help. */
const healing = /unreachable|unavailable|busy|bad-data/;

/**
 * What all elements look like. In a line stands a number, or what stands for it: a skeleton, a button, a dash, and a
 * popover says what is counted. What stands alone has a title and a frame in which it says why there is no number.
 * What stands between the tags shows as long as there is none.
 */
export abstract class FigshareElement<Asked extends AnyQuestion, Answer> extends DescribedElement<
  Asked,
  Answer
> {
  /** A second copy of the bundle compares it. */
  static get version(): string {
    return version;
  }

  static override get styles(): CSSResultGroup {
    return [baseStyles, popoverStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {
      theme: {},
      heading: {},
    };
  }

  /** Colours of its own, where the page's are not what is wanted. */
  theme: 'light' | 'dark' | undefined;
  /** In place of the title's words; an empty one hides the title from the eye. */
  heading: string | undefined;

  /** The number's box keeps the width that it had before the answer, or the failure, since readers have seen it. */
  protected hasRoom = false;

  readonly #popover = new Popover(this, () => !this.isBlock && !!this.asked);
  /** The frame of the page in which the element was first drawn without an answer. */
  #waitsSince: number | undefined;

  /**
   * Draws the answer. Without one, in a line: what stands for the number (a skeleton, or a dash when `status` is
   * `error`); alone: a skeleton as high as the answer will be.
   */
  protected abstract renderFigures(answered: Answered<Answer> | undefined): TemplateResult | typeof nothing;
  /** What stands above what stands alone. */
  protected titleText(): Title {
    return { text: this.words.use };
  }
  /** In the popover, above what is counted: exact numbers, a table. */
  protected renderDetails(_answered: Answered<Answer>): TemplateResult | typeof nothing {
    return nothing;
  }
  /** Whether it is a badge. */
  protected isPill(): boolean {
    return false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.answered ?? this.error) {
      this.hasRoom ||= this.isNear && isPainted(this.#waitsSince);
      this.#waitsSince = undefined;
    } else {
      this.hasRoom = false;
      if (this.status === 'loading') this.#waitsSince ??= nextFrame();
    }
  }

  override render(): TemplateResult {
    if (isServer) return html`<slot></slot>`;
    const theme = this.choice('theme', this.theme, ['light', 'dark']) ?? '';
    return this.isBlock ? this.#renderBlock(theme) : this.#renderInLine(theme);
  }

  // One template for all states: whoever has the focus on the link keeps it when the number arrives.
  #renderInLine(theme: string): TemplateResult {
    if (this.#isCovered) return this.#renderCovered(theme);
    const { answered, language, status } = this;
    const isBare = this.#isBare;
    const isDrawn = answered ?? (!hasFallback(this) && !this.isOffered && (this.asked ?? status === 'error'));
    return html`<span class="root line ${theme}" ?hidden=${this.isBelow}
      >${
        isBare
          ? this.renderBase('badge bare', this.#namesToCome)
          : isDrawn
            ? this.renderFigures(answered)
            : this.isOffered
              ? buttonFor(this.#offer)
              : nothing
      }${
        answered || isBare ? nothing : html`<slot @slotchange=${() => this.requestUpdate()}></slot>`
      }${isBare ? nothing : this.#popover.render(language, directionOf(language), () => this.#renderPopover())}</span
    >`;
  }

  #renderCovered(theme: string): TemplateResult {
    return html`<span class="root line covered ${theme}"
      ><span class="cells" data-words=${this.#namesToCome}></span
      ><slot @slotchange=${() => this.requestUpdate()}></slot
    ></span>`;
  }

  #renderBlock(theme: string): TemplateResult {
    const { answered, language, status } = this;
    const message = status === 'empty' ? this.#emptiness : this.#message;
    // Numbers that somebody waited for, or may ask for, keep their place while there are none.
    const isDrawn = this.asked && (!message || this.hasRoom || this.isOffered);
    return html`<div
      part="base"
      class="root block ${theme}"
      tabindex="-1"
      lang=${language}
      dir=${directionOf(language)}
      ?hidden=${this.isBelow}
    >
      ${
        isDrawn
          ? html`<div class="figures" ?inert=${!!message}>
              ${this.renderFigures(message ? undefined : answered)}
            </div>`
          : nothing
      }${
        message
          ? framed(this.renderTitle(), message)
          : answered
            ? nothing
            : html`<slot @slotchange=${() => this.requestUpdate()}></slot>`
      }
    </div>`;
  }

  /** The title, for what stands alone. */
  protected renderTitle(): TemplateResult {
    return titleOf(this.titleText(), this.heading ?? undefined);
  }

  /** The last line of what stands alone. @param actions - links and buttons, of class `action` */
  protected renderFoot(answered: Answered<Answer> | undefined, actions: unknown = nothing): TemplateResult {
    const { link, words } = this;
    const day = formatDay(answered?.retrieved ?? new Date(), this.locale).replaceAll(' ', '\u00a0');
    return footOf(
      [words.counted, answered ? day : withoutDigits(day)],
      actions,
      link ? { href: link, text: linkText(link, words.view) } : undefined,
      !answered,
    );
  }

  /** What is seen in a line: a link or, where it leads nowhere, a button for the popover. */
  protected renderBase(className: string, content: unknown): TemplateResult {
    const { link, language } = this;
    const direction = directionOf(language);
    return link
      ? html`<a part="base" class=${className} href=${link} rel="noopener" lang=${language} dir=${direction}
          >${content}</a
        >`
      : html`<span part="base" class=${className} role="button" tabindex="0" lang=${language} dir=${direction}
          >${content}</span
        >`;
  }

  get #namesToCome(): string {
    return asWords(this.nouns.map((noun) => awaitedFigure(noun, this.reader)));
  }

  /** Until there are numbers, what stands between the tags stands in their pill, which keeps their room. */
  get #isCovered(): boolean {
    return this.#isToCome && hasFallback(this);
  }

  /** Most of a long page is out of view: a pill without cells holds half as much memory. */
  get #isBare(): boolean {
    return this.#isToCome && this.isFar && this.status === 'idle';
  }

  /** A pill whose numbers are not there yet. */
  get #isToCome(): boolean {
    return this.isPill() && !this.answered && !!this.asked && !this.isOffered;
  }

  #renderPopover(): TemplateResult {
    const { answered, link, words } = this;
    if (!answered) {
      const { sentence, button } = this.#message ?? { sentence: words.counted };
      return html`<span>${sentence}</span>${button && !this.isOffered ? buttonFor(button) : nothing}`;
    }
    return html`${this.renderDetails(answered)}${this.facts(answered).map((fact) => html`<span>${fact}</span>`)}${
      link ? html`<a href=${link} rel="noopener" tabindex="-1">${linkText(link, words.view)}</a>` : nothing
    }`;
  }

  /** Why there is no number, and what can be done. */
  get #message(): Message | undefined {
    const { words, locale, error, hosts } = this;
    if (this.isOffered) {
      return { sentence: fill(words.agree, hosts), button: this.#offer };
    }
    if (!error || this.answered) return undefined;
    if (!healing.test(error.kind))
      return { sentence: capitalized(unknownOf(this.nouns, words, locale), locale) };
    const press = () => {
      this.askAgain();
      void this.#keepFocus();
    };
    return { sentence: fill(words.noAnswer, hosts), button: { text: words.again, press } };
  }

  get #offer(): Action {
    return { text: this.words.show, unseen: this.hosts, press: this.#press };
  }

  get #emptiness(): Message {
    const { nouns, words, locale, periodText } = this;
    const isSaid = this.titleText().more === periodText;
    return {
      sentence: capitalized(noneOf(nouns, words), locale),
      meta: [words.counted, isSaid ? '' : periodText],
    };
  }

  readonly #press = (): void => {
    this.agree();
    void this.#keepFocus();
  };

  /** The button that was pressed is gone; the focus stays with the element. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>('[part~=base]') ?? this.querySelector('a');
    target?.focus({ preventScroll: true });
  }
}
