/** `demo/browsers.md`. */
import type { Engine } from './compat.js';
import { floors, without, type floorsOf } from './floors.js';
import { newerThan, type Need } from './needs.js';
import type { Seen } from './page.js';

export interface Row {
  version: string;
  /** The package that it is from. */
  from: string;
  /** As a module, and as a classic script. */
  seen: Record<'module' | 'classic', Seen>;
}

const names: Record<Engine, string> = { chrome: 'Chrome, Edge', firefox: 'Firefox', safari: 'Safari' };

export function writeTable(
  rows: Row[],
  worked: ReturnType<typeof floorsOf>,
  needs: Need[],
  day: string,
): string {
  const browsers = rows.map(({ version, from, seen }) => [
    `Chromium ${version}`,
    from,
    ...(['module', 'classic'] as const).map((kind) => inWords(seen[kind])),
  ]);
  const engines = (Object.keys(worked) as Engine[]).map((engine) => {
    const { version, names: needed } = worked[engine];
    const how = engine === 'chrome' ? 'seen in the builds below, and worked out' : 'worked out, not seen';
    return [names[engine], String(version), how, needed.map((name) => `\`${name}\``).join(', ')];
  });
  const newer = newerThan(needs, floors);
  const missing = Object.entries(without).flatMap(([name, shown]) => {
    const since = newer.find((need) => need.name === name)?.since;
    if (!since) return [];
    const versions = (Object.keys(names) as Engine[]).map((engine) => String(since[engine]));
    return [[`\`${name}\``, ...versions.map((version) => version.replace('Infinity', '–')), shown]];
  });
  return `# The oldest browsers

\`npm run oldest\` found this on ${day}. It takes old builds of Chromium out of packages of npm, and opens a page with every variant of
the five elements in each, from the files of \`dist/cdn\`. For browsers that cannot be had so, it reads the syntax, the names of the
platform and the style sheets in these files, and asks [MDN's data](https://github.com/mdn/browser-compat-data) since when each is known.

${markdown([['browser', 'from version', 'how it was found', 'what sets it'], ...engines])}

## Builds of Chromium

In each, the page's own scripts ran, and what was not drawn showed the link between the tags, which could be clicked. "Not read" means
that the browser refused the file for its syntax.

${markdown([['browser', 'package', 'as a module', 'as a classic script'], ...browsers])}

## What newer browsers do better

Some of the browsers above lack these. The files try for them, and do without.

${markdown([['name', ...Object.values(names), 'where it is missing'], ...missing])}
`;
}

function inWords({ faults, thrown }: Seen): string {
  const all = Object.entries(faults);
  if (all.length === 0) return 'all is drawn';
  if (all.every(([, fault]) => fault === 'not defined'))
    return thrown.length > 0 ? 'not read: fallbacks' : 'fallbacks';
  return `all but ${all.map(([name]) => name).join(', ')}, which show the fallback`;
}

function markdown([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
