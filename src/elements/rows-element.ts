import type { CSSResultGroup } from 'lit';
import { formatCount } from '../format/count.js';
import { detailWordsIn, fill } from '../format/words/words.js';
import { FigshareElement } from './figshare-element.js';
import { frameStyles } from './frame-styles.js';
import { isGiven } from './given.js';
import type { AnyQuestion } from './question-element.js';
import { rowsStyles } from './rows-styles.js';

/** What stands alone in rows, with a title that says the period. */
export abstract class RowsElement<Asked extends AnyQuestion, Answer> extends FigshareElement<Asked, Answer> {
  static override get styles(): CSSResultGroup {
    return [super.styles, frameStyles, rowsStyles];
  }

  protected override get isBlock(): boolean {
    return true;
  }

  /**
   * The period as it stands in a title: "last 12 months". Numbers that end earlier than asked, since they come from a
   * file, are of other months than usual: these are named.
   */
  protected get periodTitle(): string | undefined {
    if (!this.asked) return undefined;
    const isUsual = this.asked.period && !this.endsEarlier && !isGiven(this.start) && !isGiven(this.end);
    const { lastMonths } = detailWordsIn(this.language);
    return isUsual ? fill(lastMonths, formatCount(12, this.locale)) : this.periodText;
  }
}
