/** Pages of the unit tests: many files share one, because opening a page takes longer than most files' tests. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { globSync } from 'tinyglobby';

const folder = 'test-results/pages';

/** Rooms whose tests leave nothing on their page. What draws an element has a page to itself. */
const shared = ['figshare', 'source', 'format', 'charts', 'define', 'relay', 'demo'];

/** The tests that know an element only as a page does. They run on the sources, and once more on the built files. */
export const testsOnBuilt = [
  'test/built/*.test.ts',
  'test/elements/*/figshare-*.test.ts',
  'test/elements/snapshot.test.ts',
];

const tests = (where: string) => globSync(`test/${where}/**/*.test.ts`).sort();

/** Writes a page for each room. Returns what the runner has to open. */
export async function writePages(): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pages = shared.map(async (room) => {
    await writeFile(`${folder}/${room}.js`, pageOf(tests(room)));
    return `${folder}/${room}.js`;
  });
  return [...(await Promise.all(pages)), ...tests('elements')];
}

/** What a room's page runs. Each suite is named after its file. */
const pageOf = (files: string[]) => `
for (const file of ${JSON.stringify(files)}) {
  const before = mocha.suite.suites.length;
  await import('/' + file);
  for (const suite of mocha.suite.suites.slice(before)) suite.title = file + ' › ' + suite.title;
}
`;
