import type { AskPath } from '../../figshare/ask-path.js';
import { FigshareError } from '../../figshare/error.js';
import { itemName } from '../../figshare/item.js';
import { findPerson } from '../../figshare/person.js';
import { questionsOfItem, type PageQuestion } from './questions.js';

export interface OfPeople {
  questions: PageQuestion[];
  /** How many people could not be found: what the old file holds of them is not known either. */
  failed: number;
}

/**
 * What is asked of people, by their ORCID iDs: what is asked of each author that figshare knows them as.
 *
 * @param tell - told, as a line, who each of them is, or why that is not known
 * @throws what is no FigshareError: a signal's reason
 */
export async function questionsOfPeople(
  orcids: readonly string[],
  today: string,
  askPath: AskPath,
  tell: (line: string) => void,
): Promise<OfPeople> {
  const asked: OfPeople = { questions: [], failed: 0 };
  for (const orcid of new Set(orcids)) {
    try {
      const { authors, name } = await findPerson(orcid, askPath);
      const items = authors.map(itemName);
      tell(`${orcid}: ${items.join(' ')}${name && ` (${name})`}`);
      for (const item of items) asked.questions.push(...questionsOfItem(item, today, item));
    } catch (error) {
      if (!(error instanceof FigshareError)) throw error;
      asked.failed += 1;
      tell(`${orcid}: ${error.message}`);
    }
  }
  return asked;
}
