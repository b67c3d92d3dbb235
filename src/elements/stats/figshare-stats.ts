import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
// Before the others: in this order the file of this element alone is the smallest.
import { FigshareElement } from '../figshare-element.js';
import {
  readKeptTotals,
  type Totals,
  totalsQuestion,
  type TotalsQuestion,
  askTotals,
} from '../../figshare/totals.js';
import { defaultMetrics, parseMetrics, type Metric } from '../../figshare/metric.js';
import { isEmpty, nounsOf, totalsDrawing, type Labels, type TotalsDrawing } from '../../format/totals.js';
import { awaitedFigure } from '../../format/figure.js';
import type { Noun } from '../../format/words/en.js';
import type { Answered } from '../../source/source.js';
import { badgeStyles } from '../badge-styles.js';
import { frameStyles } from '../frame-styles.js';
import { given, isGiven, readable } from '../given.js';
import { statsStyles } from './styles.js';
import { badge, columns, text, type Drawing } from './variants.js';

/**
 * How often figshare items were viewed, downloaded, shared and cited: as a badge that sits in a line like a
 * word, as a phrase for a sentence, or as a card.
 *
 * @slot - One link, shown until the number arrives, and kept if it never does.
 * @slot trend - Beside a card's numbers, usually a `<figshare-timeline>`.
 * @csspart base - The badge, phrase or card; badge and phrase are a link, unless `no-link`.
 * @csspart value - A metric's number.
 * @csspart label - A metric's name.
 * @csspart separator - What stands between two metrics, in a phrase; in a badge a comma that is heard alone.
 * @csspart meta - In a card, what is counted, as of when; in a line the date, where the number could not be renewed.
 * @csspart button - Asks, with `loading="click"`, or once more.
 * @cssproperty [--figshare-color-text] - Numbers.
 * @cssproperty [--figshare-color-muted] - Labels, what is counted.
 * @cssproperty [--figshare-color-accent] - Focus, links in card and popover, the border under the pointer.
 * @cssproperty [--figshare-color-surface] - Background of badge and card; none by default.
 * @cssproperty [--figshare-color-border] - Hairlines.
 * @cssproperty [--figshare-radius] - Corners.
 * @cssproperty [--figshare-gap] - Between a badge's number and its edge; between a card's columns.
 * @cssproperty [--figshare-font] - Font family; the page's own by default.
 * @fires {CustomEvent<Answered<Totals>>} figshare-load - The numbers have arrived and are drawn.
 * @fires {CustomEvent<FigshareError>} figshare-error - They could not be had.
 */
export class FigshareStats extends FigshareElement<TotalsQuestion, Totals> {
  static override get styles(): CSSResultGroup {
    return [super.styles, badgeStyles, frameStyles, statsStyles];
  }

  static override get properties(): PropertyDeclarations {
    return {
      metrics: {},
      variant: {},
      compact: { type: Boolean },
      labelViews: { attribute: 'label-views' },
      labelDownloads: { attribute: 'label-downloads' },
      labelShares: { attribute: 'label-shares' },
      labelCitations: { attribute: 'label-citations' },
    };
  }

  /**
   * Of `views downloads shares citations`, in the order shown; citations only of articles and collections.
   *
   * @default 'views downloads'
   */
  metrics: string | undefined;
  /** A badge or a phrase, in a line of text, or a card that stands alone. */
  variant: 'badge' | 'text' | 'card' = 'badge';
  /** Short numbers, truncated and never rounded up: 46K for 46,088. The exact ones stay in name and popover. */
  compact = false;
  /** Own words in place of "views". */
  labelViews: string | undefined;
  /** Own words in place of "downloads". */
  labelDownloads: string | undefined;
  /** Own words in place of "shares". */
  labelShares: string | undefined;
  /** Own words in place of "citations". */
  labelCitations: string | undefined;

  protected override readonly asking = askTotals;

  protected override question(item: string, today: string): TotalsQuestion {
    return totalsQuestion({ item, ...given(this, 'metrics', 'start', 'end', 'institution') }, today);
  }

  protected override readKept(kept: unknown, question: TotalsQuestion): Totals {
    return readKeptTotals(kept, question);
  }

  /** Only a period's answer can hold no number at all. */
  protected override isEmpty(totals: Totals): boolean {
    return isEmpty(totals);
  }

  protected override firstNumber(totals: Totals): number | undefined {
    return (this.isEmpty(totals) ? 0 : Object.values(totals)[0]) ?? undefined;
  }

  protected override get isBlock(): boolean {
    return this.#variant === 'card';
  }

  protected override isPill(): boolean {
    return this.#variant === 'badge';
  }

  protected override renderFigures(answered: Answered<Totals> | undefined): TemplateResult | typeof nothing {
    const drawing = this.#drawing(answered);
    switch (this.#variant) {
      case 'badge':
        return this.renderBase('badge', badge(drawing));
      case 'text':
        return this.status === 'error'
          ? nothing
          : this.renderBase(answered ? 'text' : 'text open', text(drawing));
      case 'card':
        return html`<div class="card">
          ${this.renderTitle()}
          <div class="columns">${columns(drawing)}<slot name="trend"></slot></div>
          ${this.renderFoot(answered)}
        </div>`;
    }
  }

  protected override renderDetails(answered: Answered<Totals>): TemplateResult | typeof nothing {
    if (!this.compact || this.status === 'empty') return nothing;
    return html`<span>${this.#totals(answered).phrase}</span>`;
  }

  #drawing(answered: Answered<Totals> | undefined): Drawing {
    const { locale, status, words } = this;
    const { figures, none } = this.#totals(answered);
    const isUnder = this.isBlock;
    const awaited = this.nouns.map((noun) => awaitedFigure(noun, this.reader, { isUnder }));
    return {
      metrics: this.#metrics,
      figures: answered || status === 'error' ? figures : awaited,
      none,
      asOf: answered && status === 'stale' ? this.asOf(answered.retrieved) : undefined,
      locale,
      before: this.hasRoom ? awaited.map(({ label }) => label) : undefined,
      comma: words.comma,
    };
  }

  #totals(answered: Answered<Totals> | undefined): TotalsDrawing {
    const options = { isCompact: this.compact, isUnder: this.isBlock, labels: this.#labels };
    return totalsDrawing(this.#metrics, answered?.answer, this.reader, options);
  }

  get #variant() {
    return this.choice('variant', this.variant, ['badge', 'text', 'card']) ?? 'badge';
  }

  /** What is drawn before there is a question, too. */
  get #metrics(): readonly Metric[] {
    return this.asked?.metrics ?? readable(() => parseMetrics(this.metrics ?? ''), defaultMetrics);
  }

  protected override get nouns(): Noun[] {
    return nounsOf(this.#metrics, this.reader, this.#labels);
  }

  get #labels(): Labels {
    const text = (label: unknown) => (isGiven(label) ? String(label) : undefined);
    return {
      views: text(this.labelViews),
      downloads: text(this.labelDownloads),
      shares: text(this.labelShares),
      citations: text(this.labelCitations),
    };
  }
}
