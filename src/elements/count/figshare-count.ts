import { html, nothing, type TemplateResult } from 'lit';
import {
  countQuestion,
  readKeptCount,
  type CountQuestion,
  type GroupCount,
  askCount,
} from '../../figshare/count.js';
import { figureOf, type Figure } from '../../format/figure.js';
import type { Answered } from '../../source/source.js';
import { badgeStyles } from '../badge-styles.js';
import { FigshareElement } from '../figshare-element.js';
import { numberAndName, word } from '../figure.js';

/** A number that takes as much room as most will. */
const reserve = 88_888;

/**
 * How many public items figshare groups hold, as a badge that sits in a line like a word.
 *
 * @slot - One link, shown until the number arrives, and kept if it never does.
 * @csspart base - The badge; a link, with `href`: groups have no page of their own.
 * @csspart value - The number.
 * @csspart label - What it counts.
 * @csspart meta - As of when, where the number could not be renewed.
 * @csspart button - Asks, with `loading="click"`.
 * @cssproperty [--figshare-color-text] - Number.
 * @cssproperty [--figshare-color-muted] - Label.
 * @cssproperty [--figshare-color-accent] - Focus, and the border under the pointer.
 * @cssproperty [--figshare-color-surface] - Background.
 * @cssproperty [--figshare-color-border] - Hairlines.
 * @cssproperty [--figshare-radius] - Corners.
 * @cssproperty [--figshare-gap] - Between the number and the badge's edge.
 * @cssproperty [--figshare-font] - Font family; the page's own by default.
 * @fires {CustomEvent<Answered<GroupCount[]>>} figshare-load - The number has arrived and is drawn.
 * @fires {CustomEvent<FigshareError>} figshare-error - It could not be had.
 */
export class FigshareCount extends FigshareElement<CountQuestion, GroupCount[]> {
  static override styles = [super.styles, badgeStyles];

  protected override readonly asking = askCount;

  protected override question(item: string): CountQuestion {
    return countQuestion({ item, institution: this.institution });
  }

  protected override readKept(kept: unknown): GroupCount[] {
    return readKeptCount(kept);
  }

  protected override isEmpty(): boolean {
    return false;
  }

  protected override firstNumber(groups: GroupCount[]): number {
    return groups.reduce((sum, { value }) => sum + value, 0);
  }

  protected override renderFigures(answered: Answered<GroupCount[]> | undefined): TemplateResult {
    const { status } = this;
    const isOpen = status === 'idle' || status === 'loading';
    const figure = this.#figure(answered && this.firstNumber(answered.answer));
    const asOf = answered && this.asOf(answered.retrieved);
    const cell = html`<span class="cell"
      >${numberAndName(isOpen ? { ...figure, seen: undefined } : figure, seenPart)}${status === 'stale' ? html` ${word('meta', asOf, seenPart)}` : nothing}</span
    >`;
    // Other nodes before and after the answer: those that stayed would move as the number beside them changes.
    return this.renderBase('badge', answered ? cell : html`<span>${cell}</span>`, asOf);
  }

  protected override renderReserve(): TemplateResult {
    return html`<span class="badge" dir="auto"
      ><span class="cell">${numberAndName(this.#figure(reserve), { isReserve: true })}</span></span
    >`;
  }

  #figure(count: number | undefined): Figure {
    return figureOf(this.words.publicItems, count, this.reader);
  }
}

const seenPart = { isReserve: false };
