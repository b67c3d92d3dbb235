import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Kind } from '../../figshare/item.js';
import type { Counter } from '../../figshare/metric.js';
import {
  readKeptTop,
  topQuestion,
  type Ranking,
  type Top,
  type TopQuestion,
  askTop,
} from '../../figshare/top.js';
import { formatCount } from '../../format/count.js';
import { readHost } from '../../format/host.js';
import { plainText } from '../../format/plain-text.js';
import { nounOf } from '../../format/figure.js';
import type { Noun } from '../../format/words/en.js';
import { capitalized, headingOf } from '../../format/words/grammar.js';
import { fill, listWordsIn } from '../../format/words/words.js';
import { hasName } from '../../figshare/main-api.js';
import type { Answered } from '../../source/source.js';
import { bar, ghostBar } from '../row-bar.js';
import type { Title } from '../frame.js';
import { given } from '../given.js';
import { safeHref } from '../link.js';
import { numberPage } from '../../figshare/item-page.js';
import { ItemNames } from './item-names.js';
import { RowsElement } from '../rows-element.js';

interface Entry {
  /** Equal numbers share a rank. */
  rank: number;
  text: string;
  href: string | undefined;
  /** Whether the text is what the main API calls it. */
  isNamed?: boolean;
  value: number;
}

/**
 * The most viewed, downloaded or shared items of figshare, or the categories, item types and referrers of some, as a
 * ranked list.
 *
 * @slot - One link, shown until the list arrives, and kept if it never does.
 * @csspart base - The whole.
 * @csspart row - A place of the list.
 * @csspart label - Its name; a link, where there is a page.
 * @csspart bar - Its bar.
 * @csspart value - Its number.
 * @csspart meta - What is counted, as of when.
 * @csspart button - Asks, with `loading="click"`.
 * @cssproperty [--figshare-color-text] - Numbers.
 * @cssproperty [--figshare-color-muted] - What is counted.
 * @cssproperty [--figshare-color-accent] - Links, bars, focus.
 * @cssproperty [--figshare-font] - Font family; the page's own by default.
 * @fires {CustomEvent<Answered<Top>>} figshare-load - The list has arrived and is drawn; names may follow.
 * @fires {CustomEvent<FigshareError>} figshare-error - It could not be had.
 */
export class FigshareTop extends RowsElement<TopQuestion, Top> {
  static override get properties(): PropertyDeclarations {
    return {
      of: {},
      metric: {},
      by: {},
      limit: {},
    };
  }

  /**
   * The kind of items that is ranked.
   *
   * @default 'article'
   */
  of: Kind | undefined;
  /**
   * What is counted, without `start` over all time.
   *
   * @default 'views'
   */
  metric: Counter | undefined;
  /**
   * What is ranked: items, or the categories, item types, referrers of the `item` named, or of all of its kind.
   *
   * @default 'item'
   */
  by: Ranking | undefined;
  /**
   * How long the list is at most.
   *
   * @default 10
   */
  limit: string | number | undefined;

  protected override readonly asking = askTop;
  protected override readonly needsItem = false;
  readonly #names = new ItemNames(this, () => this.sources);

  protected override asksNames(): boolean {
    return this.asked?.by === 'item' && hasName(this.asked.of);
  }

  protected override question(item: string, today: string): TopQuestion {
    const options = given(this, 'of', 'metric', 'by', 'limit', 'start', 'end', 'institution');
    return topQuestion({ item, ...options }, today);
  }

  protected override readKept(kept: unknown): Top {
    return readKeptTop(kept);
  }

  protected override isEmpty(top: Top): boolean {
    return top.length === 0;
  }

  protected override firstNumber(top: Top): number {
    return top[0]?.value ?? 0;
  }

  protected override titleText(): Title {
    const { locale, language } = this.reader;
    const { by = 'item', of = 'article', metric = 'views' } = this.asked ?? {};
    const { byReferrer, kinds, ranked } = listWordsIn(language);
    const text =
      by === 'referral'
        ? fill(byReferrer, headingOf(this.nouns[0]))
        : fill(ranked[metric], kinds[by === 'item' ? of : by]);
    return { text: capitalized(text, locale), more: this.periodTitle };
  }

  protected override renderFigures(answered: Answered<Top> | undefined): TemplateResult {
    // By itself, Chromium names no figure.
    return html`<figure aria-labelledby="caption">
      <figcaption id="caption">${this.renderTitle()}</figcaption>
      ${this.#renderList(answered?.answer ?? [], !answered)} ${this.renderFoot(answered)}
    </figure>`;
  }

  /** @param isWaiting - for the answer: there are as many empty rows as there will be at most */
  #renderList(top: Top, isWaiting: boolean): TemplateResult {
    const largest = Math.max(1, this.firstNumber(top));
    const entries = this.#entries(top);
    const length = isWaiting || this.hasRoom ? Math.max(this.#limit, top.length) : top.length;
    // Titles take two lines, of which the answer knows nothing yet.
    return html`<ol class=${this.asksNames() ? 'titled' : ''}>
      ${[...Array(length).keys()].map((index) => {
        const entry = entries[index];
        if (!entry)
          return html`<li aria-hidden="true">
            ${isWaiting ? html`<span class="skeleton"></span><span class="skeleton"></span>${ghostBar(index)}` : nothing}
          </li>`;
        const { rank, text, href, isNamed, value } = entry;
        // To Lit a list of one is another node than that one alone.
        const name = nameOf(text, this.noLink ? undefined : href);
        return html`<li part="row" value=${rank}>
          ${isNamed ? [name] : name}
          <span part="value">${formatCount(value, this.locale)}</span>
          ${bar(value / largest)}
        </li>`;
      })}
    </ol>`;
  }

  #entries(top: Top): Entry[] {
    return top.map(({ key, value }) => ({
      rank: top.findIndex((first) => first.value === value) + 1,
      value,
      ...this.#nameOf(key),
    }));
  }

  #nameOf(key: string): Pick<Entry, 'text' | 'href' | 'isNamed'> {
    const { by, of } = this.asked!;
    if (by === 'referral') return readHost(key);
    if (by === 'item-type') return { text: key, href: undefined };
    if (by === 'category') return { text: `#${key}`, href: undefined };
    const isId = /^[1-9]\d{0,14}$/.test(key);
    const named = isId && hasName(of) ? this.#names.of(of, key) : undefined;
    const page = isId ? numberPage({ kind: of, id: Number(key) }) : undefined;
    const href = (named?.page && safeHref(named.page, this.baseURI)) || page;
    const text = (named && plainText(named.title)) || `#${key}`;
    return { text, href, isNamed: !!named };
  }

  protected override get nouns(): [Noun] {
    return [nounOf(this.asked?.metric ?? 'views', this.reader)];
  }

  get #limit(): number {
    return this.asked?.limit ?? 10;
  }
}

/**
 * Nobody knows in which language it is, and the page's would have it read by the wrong voice. It stands on the last of
 * its lines: a title of more lines has to be another node, or its letters would move up.
 */
function nameOf(text: string, href: string | undefined): TemplateResult {
  return html`<span class="name" lang="" title=${text}
    >${
      href
        ? html`<a part="label" href=${href} rel="noopener">${text}</a>`
        : html`<span part="label">${text}</span>`
    }</span
  >`;
}
