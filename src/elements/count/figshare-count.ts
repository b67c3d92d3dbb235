import { publicItemsIn } from '../../format/words/words.js';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import {
  countQuestion,
  readKeptCount,
  type CountQuestion,
  type GroupCount,
  askCount,
} from '../../figshare/count.js';
import { sumOf } from '../../figshare/series.js';
import { awaitedFigure, figureOf } from '../../format/figure.js';
import type { Noun } from '../../format/words/en.js';
import type { Answered } from '../../source/source.js';
import { badgeStyles } from '../badge-styles.js';
import { FigshareElement } from '../figshare-element.js';
import { numberAndName, unseen, word } from '../figure.js';
import { given } from '../given.js';
import { hostsOf } from '../hosts.js';

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
  static override get styles(): CSSResultGroup {
    return [super.styles, badgeStyles];
  }

  protected override readonly asking = askCount;
  protected override readonly kindOfNumber = 'group';

  protected override question(item: string): CountQuestion {
    return countQuestion({ item, ...given(this, 'institution') });
  }

  protected override readKept(kept: unknown): GroupCount[] {
    return readKeptCount(kept);
  }

  /** Groups may be empty: that is a number, 0. */
  protected override isEmpty(): boolean {
    return false;
  }

  protected override firstNumber(groups: GroupCount[]): number {
    return sumOf(groups);
  }

  protected override get isBlock(): boolean {
    return false;
  }

  protected override isPill(): boolean {
    return true;
  }

  protected override get nouns(): [Noun] {
    return [publicItemsIn(this.language)];
  }

  /** Items are there or not: no period, no versions. */
  protected override facts({ retrieved, source }: Answered<GroupCount[]>): string[] {
    return [`${this.asOf(retrieved)} · ${hostsOf([source], false)}`];
  }

  protected override renderFigures(answered: Answered<GroupCount[]> | undefined): TemplateResult {
    const { status, words } = this;
    const [noun] = this.nouns;
    const known = figureOf(noun, answered && this.firstNumber(answered.answer), this.reader);
    const before = awaitedFigure(noun, this.reader);
    const figure = answered || status === 'error' ? known : before;
    return this.renderBase(
      'badge',
      html`<span class="cell">${numberAndName(figure, this.hasRoom ? before.label : undefined)}</span>${
          answered && status === 'stale'
            ? html`${unseen(words.comma)}<span class="cell"
                  >${word('meta', this.asOf(answered.retrieved))}</span
                >`
            : nothing
        }`,
    );
  }
}
