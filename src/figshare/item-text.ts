/** Stands where something inside a number was taken out or cut off: what it stands in is no id. */
const damage = '\ufffd';

/** Punctuation of Chinese and Japanese, their characters, and Hangul: they stand beside an item without a space. */
const eastAsian = '\u3000-\u9fff\uac00-\ud7af\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65';

/** Quotation marks of any script, those that LaTeX and typewriters have in their place, and the backslash. */
const quotes = '"\'`´\u2018-\u201f\u2039\u203a«»\\\\';

/** Digits in groups of three, as `766,364`: one number with separators. */
const grouped = /(^|\D)([1-9]\d{0,2}(?:[,،٬，]\d{3})+)(?!\d)/g;

/** The number ends with the line, or in a space before three digits: the rest of it may stand behind. */
const broken = /(?:[ \t]*\r?\n[ \t]*\d+| \d{3})(?=[ \n)]|$)/y;

/** Nothing that may stand inside a number, but for marks of lists, and what begins a DOI of its own. */
const insideNumber = new RegExp(
  `(\\d)(?:\\p{Cf}|[${quotes}\u00a0\u2000-\u200a\u202f]|(?![\u3000、，；。])[${eastAsian}])+(?=\\d)(?!10\\.\\d{4})`,
  'gu',
);

/**
 * What may be an item, or a word of prose. Commas and semicolons part, but for DOIs as publishers once made them of
 * journals' codes: `10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O`.
 */
const word = new RegExp(`(?:\\.CO;2|<\\d+:[\\w:.-]{1,30}>|[^\\s,;<>{}|${quotes}${eastAsian}])+`, 'gi');

export interface Word {
  text: string;
  /** A number that the word ends with may go on behind a space or in the next line. */
  isBroken: boolean;
  /** Behind a bracket that closes something else stood a number, which belongs to the word or does not. */
  isCut: boolean;
}

/** The words of any text, without what people paste around an item: quotation marks, markup, LaTeX, invisible characters. */
export function wordsOf(text: string): Word[] {
  const plain = withoutInvisible(text)
    // LaTeX and JSON escape what stands in addresses.
    .replace(/\\([/_%&#~])/g, '$1')
    // Several that are joined, and what stands before an address without a space; not an address inside another.
    .replace(/[&+](?=10\.\d{4,9}\/|https?:\/\/)/gi, ' ')
    .replace(/(^|[\s,;({<"'])([\w-]+=)(?=https?:)/gi, '$1$2 ')
    .replace(/([^\s/=?&#])(?=https?:\/\/)/gi, '$1 ')
    .replace(/[)\]](?=[([]*10\.\d{4,9}\/)/g, '$& ')
    .replaceAll('](', '] (');
  return [...plain.matchAll(word)]
    .map(({ 0: found, index }) => {
      broken.lastIndex = index + found.length;
      const text = unwrapped(found);
      return {
        text,
        isBroken: /[./]\d+$/.test(found) && broken.test(plain),
        isCut: /\d/.test(found.slice(found.indexOf(text) + text.length)),
      };
    })
    .filter(({ text }) => text && !/^doi$/i.test(text));
}

/** Text without what cannot be seen; inside a number, and in the place of other marks there, stands what is no digit. */
export function withoutInvisible(text: string): string {
  return text
    .replaceAll('...', '…')
    .replace(grouped, (_, before: string, number: string) => before + number.replace(/\D/g, damage))
    .replace(insideNumber, `$1${damage}`)
    .replace(/\p{Cf}+/gu, '');
}

/** Without brackets that open or close elsewhere, without emphasis, and without the sentence's own marks at the end. */
export function unwrapped(text: string, alsoLast = ''): string {
  if (/^[a-z\d]+$/i.test(text)) return text;
  let start = 0;
  while ('([*_~'.includes(text.charAt(start) || ' ')) start++;
  let end = start;
  const open = [];
  for (; end < text.length; end++) {
    const at = '([)]'.indexOf(text.charAt(end));
    if (at >= 2 && open.pop() !== at - 2) break;
    if (at === 0 || at === 1) open.push(at);
  }
  // An underscore may belong to an item, unless it is emphasis.
  const last = `.,;:!?*([${alsoLast}${start > 0 ? '_~' : ''}`;
  while (end > start && last.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
