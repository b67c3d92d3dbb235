import type { PropertyDeclarations } from 'lit';
import { mentionsIn, type Kind } from '../figshare/item.js';
import { itemPage } from '../figshare/item-page.js';
import { formatDay, formatPeriod } from '../format/date.js';
import type { Noun } from '../format/words/en.js';
import { fill } from '../format/words/words.js';
import type { Answered } from '../source/source.js';
import { AskingElement } from './asking-element.js';
import { isGiven } from './given.js';
import { hostsOf } from './hosts.js';
import { safeHref } from './link.js';
import type { AnyQuestion } from './question-element.js';

/** What an element says of its numbers: what they count, of which period, as of when, and where they lead. */
export abstract class DescribedElement<Asked extends AnyQuestion, Answer> extends AskingElement<
  Asked,
  Answer
> {
  static override get properties(): PropertyDeclarations {
    return {
      href: {},
      noLink: { type: Boolean, attribute: 'no-link' },
    };
  }

  /** Where the element links, instead of the DOI or URL given, or the item's page; a sum and a group link nowhere. */
  href: string | undefined;
  /** No link. */
  noLink = false;

  /** What is counted. */
  protected abstract get nouns(): readonly Noun[];

  /** What a bare number is. */
  protected readonly kindOfNumber: Kind = 'article';

  /** Where the element leads: nowhere when it shows a sum, which has no page of its own. */
  protected get link(): string | undefined {
    if (this.noLink) return undefined;
    const own = isGiven(this.href) && safeHref(this.href!, this.baseURI);
    if (own) return own;
    if (own === undefined) this.warn(`href must be an http or https address, got "${this.href}"`);
    const [mention] = this.asked?.items.length === 1 ? mentionsIn(this.item ?? '', this.kindOfNumber) : [];
    return mention && itemPage(mention);
  }

  /** "Jan 1 – Dec 31, 2025", or that it is all time. */
  protected get periodText(): string {
    const { period } = this.asked ?? {};
    return period ? formatPeriod(period, this.locale) : this.words.allTime;
  }

  protected asOf(retrieved: Date): string {
    return fill(this.words.asOf, formatDay(retrieved, this.locale));
  }

  /** Lines of the popover: what is counted, for which period, as of when and from whom. */
  protected facts({ retrieved, source }: Answered<Answer>): string[] {
    return [this.words.counted, this.periodText, `${this.asOf(retrieved)} · ${hostsOf([source], false)}`];
  }
}
