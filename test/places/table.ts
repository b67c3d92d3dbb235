/** `demo/places.md`: one table of all places, each row with the day on which it was last run. */
import type { Absent } from './place.js';

export interface Row {
  name: string;
  title: string;
  version: string;
  ran: string;
  result: string;
  left: string;
  /** `2026-11-28` */
  day: string;
}

const columns = ['place', 'version', 'what was run', 'result', 'what is left of other forms', 'run on'];

export function writeTable(rows: Row[], absent: Absent[], version: string): string {
  const cells = rows.map(({ name, title, version, ran, result, left, day }) => [
    `${title} (\`${name}\`)`,
    ...[version, ran, result, left, day].map((text) => text || '–'),
  ]);
  return `# What real places do with the snippets

\`npm run places\` installs each of these in a temporary folder, puts in the snippet that the builder prints, and looks at the
page in Chromium: does the number show? Figshare's answers come from a stand-in, the files of version ${version} from this
repository. The last columns tell what a place leaves of the six forms (script, tag, link, \`div\` with \`data-\`, frame, image in a
link) when an author puts them in, and when it was run.

${markdown([columns, ...cells])}

## Not run

These are not to be had from the registries that the tests use.

${markdown([['place', 'why not run'], ...absent.map(({ title, reason }) => [title, reason])])}
`;
}

/** The rows of the file as it is: a run of one place leaves the others'. */
export function readTable(text: string): Row[] {
  return text
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|')))
    .flatMap(([, place = '', version = '', ran = '', result = '', left = '', day = '']) => {
      const [, title, name] = /^(.*) \(`([\w-]+)`\)$/.exec(place) ?? [];
      return title && name
        ? [{ name, title, version, ran, result, left: left === '–' ? '' : left, day }]
        : [];
    });
}

function markdown(table: string[][]): string {
  const [head = [], ...rows] = table.map((cells) =>
    cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')),
  );
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
