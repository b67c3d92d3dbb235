import type { Timeline, TimelineQuestion } from '../../figshare/timeline.js';
import type { Reader } from '../../format/figure.js';
import { shownOf, type ShownTimeline } from '../../format/timeline-drawing.js';
import { tableOf } from './table.js';

/** What the answer comes to for its reader, and the table of that, each made once: pointing at a drawing draws it again. */
export class ShownAnswer {
  #shown: ShownTimeline | undefined;
  #shownFor: unknown[] = [];
  #table: HTMLTableElement | undefined;

  /** Made anew only for another answer, reader or kind of number, or where today is no longer the period's last day. */
  of(
    timeline: Timeline | undefined,
    asked: TimelineQuestion | undefined,
    reader: Reader,
    isCumulative: boolean,
  ): ShownTimeline | undefined {
    const shownFor = [timeline, asked?.isOpen, reader.locale, isCumulative];
    if (shownFor.some((value, index) => value !== this.#shownFor[index])) {
      this.#shownFor = shownFor;
      this.#shown = timeline && asked && shownOf(timeline, asked, reader, isCumulative);
      this.#table = undefined;
    }
    return this.#shown;
  }

  /** As it was asked for last. */
  get shown(): ShownTimeline | undefined {
    return this.#shown;
  }

  /** Only of what is shown. */
  get table(): HTMLTableElement {
    return (this.#table ??= tableOf(this.#shown!));
  }
}
