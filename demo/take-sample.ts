/**
 * Writes demo/figshare.json: what the elements on the site's pages ask, answered by the stand-in, for the built site to
 * show without asking figshare. After a page has got another example: `npx tsx demo/take-sample.ts`
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeSnapshot } from '../src/cli/snapshot/run.js';
import type { SnapshotFile } from '../src/source/snapshot-file.js';
import { askedOn, elementPages } from './site/element-pages.js';
import { startStandIn } from '../test/support/stand-in.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const out = here('figshare.json');

/** The same day whenever it is taken, so that it changes only where examples do. */
const today = '2026-11-21';
const moment = `${today}T08:00:00.000Z`;

/** Of the item on the front door, which was recorded. */
const isRecorded = (key: string) => key.includes('/article/766364');
const recordedMoment = '2017-06-30T08:00:00.000Z';

/** What the builder can show of its examples. */
const metrics = ['views', 'downloads', 'shares'];
const shown = [
  '<figshare-stats item="30000001" metrics="views downloads shares citations"></figshare-stats>',
  ...['day', 'month', 'year'].map(
    (by) =>
      `<figshare-timeline item="30000001" metrics="${metrics.join(' ')}" granularity="${by}"></figshare-timeline>`,
  ),
  ...metrics.flatMap((metric) => [
    `<figshare-breakdown item="30000001" metric="${metric}"></figshare-breakdown>`,
    `<figshare-breakdown item="30000001" metric="${metric}" by="city"></figshare-breakdown>`,
    `<figshare-top metric="${metric}"></figshare-top>`,
    ...['item-type', 'category', 'referral'].map(
      (by) => `<figshare-top item="group/327" metric="${metric}" by="${by}"></figshare-top>`,
    ),
  ]),
];
const folder = await mkdtemp(join(tmpdir(), 'figshare-sample-'));
await writeFile(join(folder, 'builder.html'), [...shown, ...elementPages.flatMap(askedOn)].join('\n'));

const standIn = await startStandIn({ today: () => new Date(moment) });
await rm(out, { force: true });
await takeSnapshot(['766364'], {
  from: [
    folder,
    here('index.html'),
    here('builder/index.html'),
    here('elements/index.html'),
    here('repositories/index.html'),
  ],
  out,
  source: standIn.url,
  api: `${standIn.url}/v2`,
  rate: 1000,
  maxAge: 12,
  timeout: 30,
  dryRun: false,
  force: false,
  today,
});
const name = (await (await fetch(`${standIn.url}/v2/articles/766364`)).json()) as Record<string, unknown>;
await standIn.close();
await rm(folder, { recursive: true });

const file = JSON.parse(await readFile(out, 'utf8')) as SnapshotFile;
const { title, doi, url_public_html, defined_type_name } = name;
const body = { title, doi, url_public_html, defined_type_name };
file.answers['/v2/articles/766364'] = { retrieved: moment, body };
for (const [key, answer] of Object.entries(file.answers))
  answer.retrieved = isRecorded(key) ? recordedMoment : moment;
const answers = Object.entries(file.answers).map(
  ([key, answer]) => `    ${JSON.stringify(key)}: ${JSON.stringify(answer)}`,
);
await writeFile(
  out,
  `{\n  "figshare-elements": 1,\n  "retrieved": "${moment}",\n  "answers": {\n${answers.join(',\n')}\n  }\n}\n`,
);
process.exit();
