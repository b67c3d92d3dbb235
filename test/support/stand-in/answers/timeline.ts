import { ok } from '../answer.js';
import type { Answer } from '../answer.js';
import { countsText, mapText } from '../map-text.js';
import {
  counterFrom,
  granularityFrom,
  idFrom,
  kindFrom,
  partOf,
  rangeFrom,
  subItemFrom,
} from '../parameters.js';
import { isOpen } from '../question.js';
import type { Question } from '../question.js';
import { perPeriod, within } from '../series.js';

/** `GET /timeline/{granularity}/{counter}/{kind}/{id}`: a sparse map, or null when there is nothing in it. */
export function timeline(question: Question): Answer {
  const [, granularityText = '', counterText = '', kindText = '', idText = ''] = question.pieces;
  const granularity = granularityFrom(granularityText);
  const counter = counterFrom(counterText);
  const item = question.items.get(kindFrom(kindText), idFrom(idText));
  const subItem = subItemFrom(question.query, question.path);
  const range = rangeFrom(question.query, question.today, granularity);

  const days = isOpen(item, question) ? within(item.days(counter), range) : new Map<string, number>();
  const periods = perPeriod(partOf(days, subItem), granularity);
  return ok(mapText([['timeline', periods.size ? countsText(periods, question.path) : 'null']], ''));
}
