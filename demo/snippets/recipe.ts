/** What is copied of a recipe. */
export interface Box {
  /** Who pastes it, how often: an administrator once, or an author each time. */
  when: 'once' | 'each';
  /** The heading above it. */
  title: string;
  /** With placeholders such as `%ELEMENT%`. */
  text: string;
}

/** A place that snippets are pasted into: a file of `demo/recipes/`. */
export interface Recipe {
  /** The file's name without its end. */
  name: string;
  title: string;
  /** Short, for a choice of many. */
  label: string;
  order: number;
  /** What arrives there: our tag, a link that a script in the theme upgrades, an image. */
  takes: 'element' | 'link' | 'image';
  /** Which ways to the numbers fit, the best first. */
  sources: string[];
  /** One line on what the place does to a snippet. */
  strips: string;
  /** Where it was run, or `not run`. */
  tested: string;
  boxes: Box[];
  /** In Markdown, without what stands above it in the file. */
  body: string;
}

/**
 * Reads a recipe: lines `key: value` between two of `---`, then Markdown. Of its code, what says `once` or `each`
 * behind its language is what the builder offers.
 *
 * @returns undefined for Markdown that is no recipe of a place
 */
export function readRecipe(name: string, text: string): Recipe | undefined {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
  if (head === undefined || body === undefined) return undefined;
  const facts = new Map(
    head.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  const fact = (key: string) => {
    const value = facts.get(key);
    if (!value)
      throw new Error(`demo/recipes/${name}.md should say "${key}: …" between its two lines of ---`);
    return value;
  };
  return {
    name,
    title: fact('title'),
    label: fact('label'),
    order: Number(fact('order')),
    takes: fact('takes') as Recipe['takes'],
    sources: fact('sources').split(' '),
    strips: fact('strips'),
    tested: fact('tested'),
    boxes: boxesIn(body),
    body,
  };
}

function boxesIn(body: string): Box[] {
  return [...body.matchAll(/^```\w* (once|each)\n([^]*?)\n```$/gm)].map(
    ({ 1: when, 2: text = '', index }) => {
      const title = [...body.slice(0, index).matchAll(/^##+ (.*)$/gm)].at(-1)?.[1] ?? '';
      return { when: when as Box['when'], title, text };
    },
  );
}
