import { html, type TemplateResult } from 'lit';
import {
  readKeptTotals,
  type Totals,
  totalsQuestion,
  type TotalsQuestion,
  askTotals,
} from '../../figshare/totals.js';
import { defaultMetrics, type Metric } from '../../figshare/metric.js';
import { figureOf, nounOf } from '../../format/figure.js';
import type { Noun } from '../../format/words/en.js';
import { noneOf } from '../../format/words/grammar.js';
import type { Answered } from '../../source/source.js';
import { badgeStyles } from '../badge-styles.js';
import { FigshareElement } from '../figshare-element.js';
import { statsStyles } from './styles.js';
import { badge, card, phraseOf, text, type Drawing, type MetricFigure } from './variants.js';

const variants = { badge, text, card };

/**
 * Numbers that take as much room as most will: the most viewed article of all has 65,819 views. What is more than
 * one article may have ten times as many.
 */
const articleReserve: Totals = { views: 88_888, downloads: 8_888, shares: 888, citations: 888 };
const sumReserve: Totals = { views: 888_888, downloads: 88_888, shares: 8_888, citations: 8_888 };
const compactReserve: Totals = { views: 888_888, downloads: 888_888, shares: 888, citations: 888 };

/**
 * How often figshare items were viewed, downloaded, shared and cited: as a badge that sits in a line like a
 * word, as a phrase for a sentence, or as a card.
 *
 * @slot - One link, shown until the number arrives, and kept if it never does.
 * @csspart base - The badge, phrase or card; a link, unless `no-link`.
 * @csspart icon - A metric's icon, in the badge.
 * @csspart value - A metric's number.
 * @csspart label - A metric's name.
 * @csspart separator - What stands between two metrics.
 * @csspart meta - What is counted, for which period, as of when.
 * @csspart button - Asks, with `loading="click"`.
 * @cssproperty [--figshare-color-text] - Numbers.
 * @cssproperty [--figshare-color-muted] - Labels and icons.
 * @cssproperty [--figshare-color-accent] - Focus, and the border under the pointer.
 * @cssproperty [--figshare-color-surface] - Background of badge and card.
 * @cssproperty [--figshare-color-border] - Hairlines.
 * @cssproperty [--figshare-radius] - Corners.
 * @cssproperty [--figshare-gap] - Between a badge's number and its edge; between a card's columns.
 * @cssproperty [--figshare-font] - Font family; the page's own by default.
 * @fires {CustomEvent<Answered<Totals>>} figshare-load - The numbers have arrived and are drawn.
 * @fires {CustomEvent<FigshareError>} figshare-error - They could not be had.
 */
export class FigshareStats extends FigshareElement<TotalsQuestion, Totals> {
  static override styles = [super.styles, badgeStyles, statsStyles];

  static override properties = {
    metrics: {},
    variant: {},
    compact: { type: Boolean },
    labelViews: { attribute: 'label-views' },
    labelDownloads: { attribute: 'label-downloads' },
    labelShares: { attribute: 'label-shares' },
    labelCitations: { attribute: 'label-citations' },
  };

  /** Of `views downloads shares citations`, in the order shown. */
  metrics: string | undefined;
  variant: 'badge' | 'text' | 'card' = 'badge';
  /** Short numbers, truncated: 46K for 46,088. */
  compact = false;
  /** Own words in place of "views". */
  labelViews: string | undefined;
  labelDownloads: string | undefined;
  labelShares: string | undefined;
  labelCitations: string | undefined;

  protected override readonly asking = askTotals;

  protected override question(item: string, today: string): TotalsQuestion {
    const { metrics, start, end, institution } = this;
    return totalsQuestion({ item, metrics, start, end, institution }, today);
  }

  protected override readKept(kept: unknown, question: TotalsQuestion): Totals {
    return readKeptTotals(kept, question);
  }

  /** Only a period's answer can hold no number at all. */
  protected override isEmpty(totals: Totals): boolean {
    return Object.values(totals).every((value) => value === null);
  }

  protected override firstNumber(totals: Totals): number | undefined {
    return (this.isEmpty(totals) ? 0 : Object.values(totals)[0]) ?? undefined;
  }

  protected override renderFigures(answered: Answered<Totals> | undefined): TemplateResult {
    const { language } = this;
    const variant = this.#variant;
    const drawing = this.#drawing(answered?.answer, answered?.retrieved);
    const { figures, none, counted, asOf } = drawing;
    const isOpen = this.status === 'idle' || this.status === 'loading';
    // Other nodes before and after the answer: those that stayed would move as the number beside them changes.
    const content = isOpen ? html`<span>${variants[variant](drawing)}</span>` : variants[variant](drawing);
    const exact = answered && this.compact && !none ? phraseOf(figures, this.locale) : undefined;
    // A card has a line that says what is counted.
    const title = [exact, ...(variant === 'card' ? [] : [counted, asOf])].filter(Boolean).join(' · ');
    return this.renderBase(variant, content, title || undefined);
  }

  protected override renderReserve(): TemplateResult {
    const [item, ...others] = this.asked?.items ?? [];
    const isArticle = others.length === 0 && !(item && 'kind' in item && item.kind !== 'article');
    const totals = this.compact ? compactReserve : isArticle ? articleReserve : sumReserve;
    const drawing = this.#drawing(totals, new Date());
    const variant = this.#variant;
    return html`<span class=${variant} dir="auto"
      >${variants[variant]({ ...drawing, isReserve: true, isStale: false })}</span
    >`;
  }

  /** @param totals - undefined before the answer */
  #drawing(totals: Totals | undefined, retrieved: Date | undefined): Drawing {
    const { locale, status, words } = this;
    return {
      figures: this.#metrics.map((metric) => this.#figure(metric, totals?.[metric])),
      none: totals && this.isEmpty(totals) ? this.#none() : undefined,
      asOf: retrieved && this.asOf(retrieved),
      isStale: status === 'stale',
      counted: this.counted(this.asked?.period),
      locale,
      comma: words.comma,
      isReserve: false,
    };
  }

  get #variant() {
    return this.choice('variant', this.variant, ['badge', 'text', 'card']) ?? 'badge';
  }

  /** What is drawn before there is a question, too. */
  get #metrics(): readonly Metric[] {
    return this.asked?.metrics ?? defaultMetrics;
  }

  #none(): string {
    return noneOf(
      this.#metrics.map((metric) => this.#noun(metric)),
      this.words,
    );
  }

  /** @param count - undefined before the answer, null when it is not known */
  #figure(metric: Metric, count: number | null | undefined): MetricFigure {
    const { compact, reader } = this;
    const options = { isCompact: compact, isUnder: this.#variant === 'card' };
    const figure = { metric, ...figureOf(this.#noun(metric), count, reader, options) };
    return count === undefined && this.status !== 'error' ? { ...figure, seen: undefined } : figure;
  }

  /** The author's own word is the same with every number. */
  #noun(metric: Metric): Noun {
    const own = this.#ownLabel(metric);
    return own ? { other: own } : nounOf(metric, this.reader);
  }

  #ownLabel(metric: Metric): string | undefined {
    const own = {
      views: this.labelViews,
      downloads: this.labelDownloads,
      shares: this.labelShares,
      citations: this.labelCitations,
    };
    return own[metric]?.trim();
  }
}
