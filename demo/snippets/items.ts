/** What people put into the field: an item, several, a whole list, or a person. */
import { FigshareError } from '../../src/figshare/error.js';
import { findMentions } from '../../src/figshare/find-items.js';
import { itemName, mentionsIn, type Mention } from '../../src/figshare/item.js';
import { orcidIn } from '../../src/figshare/person.js';

export interface Items {
  mentions: Mention[];
  /** As the attribute `item` takes them. */
  list: string;
  /** An ORCID iD, where the text is about a person. */
  orcid?: string;
  /** Why there is none, in a sentence. */
  problem?: string;
}

/** Reads an item or several as `item` does; in a longer text, such as BibTeX or a README, whatever items there are. */
export function readItems(text: string): Items {
  const mentions = read(text);
  if (Array.isArray(mentions)) return { mentions, list: mentions.map(named).join(' ') };
  const found = findMentions(text);
  if (found.length > 0) return { mentions: found, list: found.map(named).join(' ') };
  const person = orcidIn(text);
  return {
    mentions: [],
    list: '',
    ...(person && { orcid: person }),
    problem: person ? `${person} is a person: the builder finds what figshare has of them.` : mentions,
  };
}

function read(text: string): Mention[] | string {
  if (!text.trim()) return 'Put in a DOI, a figshare link or a number.';
  try {
    return mentionsIn(text);
  } catch (error) {
    if (!(error instanceof FigshareError)) throw error;
    return `This is no figshare item. ${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
  }
}

/** As it was written where that says more: an address and a DOI tell the portal, and are what a reader can follow. */
const named = ({ item, text }: Mention) => (/^[^\s,;]+$/.test(text) ? text : itemName(item));
