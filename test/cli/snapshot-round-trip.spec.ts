/** What is asked of the service is answered by the file that was made for it, and the same. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { questionsOf } from '../../src/cli/snapshot/questions.js';
import { elementsInHtml } from '../../src/cli/snapshot/pages.js';
import { FigshareClient } from '../../src/client.js';
import { breakdownQuestion, askBreakdown } from '../../src/figshare/breakdown.js';
import { countQuestion, askCount } from '../../src/figshare/count.js';
import { timelineQuestion, askTimeline } from '../../src/figshare/timeline.js';
import { totalsQuestion, askTotals } from '../../src/figshare/totals.js';
import type { Question } from '../../src/figshare/question.js';
import { topQuestion, askTop } from '../../src/figshare/top.js';
import { sourceAt } from '../../src/source/sources.js';
import { heldAt } from '../../src/source/snapshot-file.js';
import type { Asking } from '../../src/figshare/ask-path.js';
import { test, today } from './snapshot-world.js';

// Processes take their time to start.
test.describe.configure({ timeout: 120_000 });

const page = `<!doctype html><title>Our data</title>
<figshare-stats item="766364"></figshare-stats>
<figshare-stats item="collection/1234 766364" metrics="citations shares"></figshare-stats>
<figshare-stats item="author/97657 group/327"></figshare-stats>
<figshare-stats item="30000002" institution="monash"></figshare-stats>
<figshare-stats item="766364" start="2023-01-05" end="2025-03-31"></figshare-stats>
<figshare-timeline item="766364"></figshare-timeline>
<figshare-timeline item="766364 30000001" metrics="views downloads" start="2024-01-15"></figshare-timeline>
<figshare-timeline item="766364" start="2021-05-15" end="2025-09-10"></figshare-timeline>
<figshare-timeline item="766364" granularity="day"></figshare-timeline>
<figshare-timeline item="766364" granularity="day" start="2024-02-29" end="2025-03-01"></figshare-timeline>
<figshare-timeline item="766364" granularity="year" category="2"></figshare-timeline>
<figshare-timeline item="10.15482/USDA.ADC/1402049"></figshare-timeline>
<figshare-timeline item="1"></figshare-timeline>
<figshare-breakdown item="766364" by="city" country="Spain"></figshare-breakdown>
<figshare-breakdown item="766364" start="2022-01-01" metric="downloads"></figshare-breakdown>
<figshare-top></figshare-top>
<figshare-top of="group" metric="downloads" limit="3"></figshare-top>
<figshare-top item="766364 30000001" by="category"></figshare-top>
<figshare-top item="project/13" by="referral"></figshare-top>
<figshare-count item="327 group/400"></figshare-count>
<a href="https://doi.org/10.1098/sample.2021.7#figshare-stats?metrics=citations">x</a>
<div data-figshare-timeline data-item="project/13" data-granularity="year"></div>`;

const readers = {
  stats: [totalsQuestion, askTotals],
  timeline: [timelineQuestion, askTimeline],
  breakdown: [breakdownQuestion, askBreakdown],
  top: [topQuestion, askTop],
  count: [countQuestion, askCount],
} as unknown as Record<string, [(options: object, today: string) => Question, Asking<Question, unknown>]>;

/** None of the page's options has another name than its attribute. */
const optionsOf = (attributes: Map<string, string>): object => Object.fromEntries(attributes);

test('all elements of a page find in the file what the service answers', async ({ desk }) => {
  await desk.write('index.html', page);
  const { code, stderr } = await desk.run(['--from', 'index.html']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const written = await desk.text();

  const server = createServer((_, response) => response.end(written));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const file = `http://127.0.0.1:${(server.address() as AddressInfo).port}/figshare.json`;
  const options = { api: `${desk.world.url}/v2` };
  const elements = elementsInHtml(page);
  expect(elements).toHaveLength(22);
  try {
    const before = desk.asked().length;
    const answers = elements.map(({ name, attributes }) => {
      const [read, asking] = readers[name]!;
      return sourceAt([file], options).answer(read(optionsOf(attributes), today), asking);
    });
    const atRest = (await Promise.all(answers)).map(({ answer }) => answer);
    expect(desk.asked()).toHaveLength(before);

    for (const [index, { name, attributes }] of elements.entries()) {
      const [read, asking] = readers[name]!;
      const { answer } = await sourceAt([desk.world.url], options).answer(
        read(optionsOf(attributes), today),
        asking,
      );
      expect(atRest[index], `${name} ${JSON.stringify([...attributes])}`).toEqual(answer);
    }

    const client = new FigshareClient({ source: file });
    expect((await client.totals({ item: 766364 })).answer).toEqual({ views: 46088, downloads: 5210 });
    expect(desk.asked().length).toBeGreaterThan(before);
  } finally {
    server.close();
  }
});

test('a top list finds the names, too', async ({ desk }) => {
  await desk.write('index.html', '<figshare-top limit="4"></figshare-top>');
  await desk.run(['--from', 'index.html']);
  const file = await desk.file();
  const [list] = questionsOf({ name: 'top', attributes: new Map([['limit', '4']]) }, today, '');
  const names = await list!.ask((path, read, body) => Promise.resolve(read(heldAt(file, path, body)!.body)));
  expect(names).toHaveLength(4);
  for (const name of names) await name.ask((path, read) => Promise.resolve(read(heldAt(file, path)!.body)));
});

test('what is asked on a later day is answered up to the day of the file', async ({ desk }) => {
  await desk.write('index.html', page);
  await desk.run(['--from', 'index.html']);
  const written = await desk.text();
  const server = createServer((_, response) => response.end(written));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const file = `http://127.0.0.1:${(server.address() as AddressInfo).port}/later.json`;
  try {
    for (const { name, attributes } of elementsInHtml(page)) {
      const [read, asking] = readers[name]!;
      const answered = sourceAt([file]).answer(read(optionsOf(attributes), '2025-11-25'), asking);
      await expect(answered, `${name} ${JSON.stringify([...attributes])}`).resolves.toBeTruthy();
    }
  } finally {
    server.close();
  }
});
