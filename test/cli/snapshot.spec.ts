import { mkdir, readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { announcementOf } from '../../src/cli/snapshot/announcement.js';
import { test } from './snapshot-world.js';

// Processes take their time to start.
test.describe.configure({ timeout: 120_000 });

const total = '/total/article/766364';
const year = 'start_date=2024-12-01&end_date=2025-11-21';
const views = '/timeline/month/views/article/766364';

test.describe('items', () => {
  test('are asked for what a badge and a timeline show', async ({ desk }) => {
    const { code, stdout, stderr } = await desk.run(['766364']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('figshare.json: 2 answers fetched, 2 in the file');
    expect(desk.asked().sort()).toEqual([`${views}?${year}`, total]);
    const { answers } = await desk.file();
    expect(answers[total]!.body).toEqual({ views: 46088, downloads: 5210, shares: 3, cites: 12 });
    expect(answers[views]).toMatchObject({ start: '2024-12-01', end: '2025-11-21' });
  });

  test('come from standard input, several in a line, where nothing else is told, or by "-"', async ({
    desk,
  }) => {
    const input = '766364 project/13\n\n  group/327\n';
    const { code } = await desk.run([], { input });
    expect(code).toBe(0);
    const keys = Object.keys((await desk.file()).answers);
    expect(keys).toContain(total);
    expect(keys).toContain('/total/downloads/project/13');
    expect(keys).toContain('/timeline/month/views/group/327');

    await desk.run(['author/97657', '-', '--out', 'both.json'], { input });
    const both = Object.keys((await desk.file('both.json')).answers);
    expect(both).toEqual(expect.arrayContaining([...keys, '/total/views/author/97657']));
  });

  test('by DOI are looked up once, and the look-up is kept without what pages do not need', async ({
    desk,
  }) => {
    await desk.run(['10.15482/USDA.ADC/1402049', 'doi: 10.15482/USDA.ADC/1402049']);
    expect(desk.asked()).toHaveLength(3);
    const { answers } = await desk.file();
    const lookUp = answers['/v2/articles?doi=10.15482%2FUSDA.ADC%2F1402049']!.body as object[];
    expect(lookUp.map((found) => Object.keys(found).sort())).toContainEqual([
      'doi',
      'id',
      'title',
      'url_public_html',
    ]);
    expect(Object.keys(answers)).toContain('/total/article/24852405');
  });
});

test('an item whose portal alone has its number is asked for there, by its address or DOI', async ({
  desk,
}) => {
  const doi = '10.25378/janelia.5521753';
  const settings = { views: 42, downloads: 7, institution: 'janelia', portalOnly: true, doi };
  desk.world.settings({ items: { 'article/5521753': settings } });
  for (const item of ['https://janelia.figshare.com/articles/dataset/x/5521753', doi]) {
    const { code, stderr } = await desk.run([item, '--max-age', '0']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { answers } = await desk.file();
    expect(answers['/janelia/total/views/article/5521753']?.body).toEqual({ totals: 42 });
  }
});

test('a 0 in the file that was never asked for at its portal is asked for there by the next run', async ({
  desk,
}) => {
  const doi = '10.25378/janelia.5521753';
  const settings = { views: 42, downloads: 7, institution: 'janelia', portalOnly: true, doi };
  desk.world.settings({ items: { 'article/5521753': settings } });
  desk.world.faults([{ path: '/janelia/*', fault: 403 }]);
  const atPortal = () => desk.asked().filter((path) => path.startsWith('/janelia/total/views/'));
  await desk.run(['5521753']);
  expect(atPortal()).toHaveLength(0);
  await desk.run([doi]);
  expect(atPortal()).toHaveLength(1);
  desk.world.faults([]);
  await desk.run([doi]);
  expect(atPortal()).toHaveLength(2);
  const { answers } = await desk.file();
  expect(answers['/janelia/total/views/article/5521753']?.body).toEqual({ totals: 42 });
  await desk.run([doi]);
  expect(atPortal()).toHaveLength(2);
});

test.describe('pages', () => {
  test('are asked for what their elements show, each question once', async ({ desk }) => {
    await desk.write(
      'index.html',
      `<figshare-stats item="766364"></figshare-stats>
       <figshare-stats item="766364 https://doi.org/10.6084/m9.figshare.766364" variant="card" hide-below="3"></figshare-stats>
       <figshare-count item="327 328"></figshare-count>
       <figshare-top limit="2"></figshare-top>
       <figshare-stats></figshare-stats>`,
    );
    const { code, stderr } = await desk.run(['--from', 'index.html']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [first, second] = ['', ''].map(
      (_, at) => desk.asked().filter((path) => path.startsWith('/v2/'))[at],
    );
    expect(desk.asked().slice(0, 3).sort()).toEqual([
      '/count/articles{"groups":[{"id":327},{"id":328}]}',
      '/top/views/article?count=2',
      total,
    ]);
    expect(desk.asked().slice(3)).toEqual([first, second]);
    expect(first).toMatch(/^\/v2\/articles\/\d+$/);
  });

  test('may be many, by globs and folders', async ({ desk }) => {
    await desk.write('a.html', '<figshare-stats item="1"></figshare-stats>');
    await desk.write('b.md', 'text <figshare-stats item="23"></figshare-stats>\n\n    code\n');
    await desk.write('c.txt', '<figshare-stats item="5"></figshare-stats>');
    await desk.run(['--from', '*.{html,md,txt}']);
    expect(desk.asked()).toEqual(['/total/article/1', '/total/article/23']);
    const { code } = await desk.run(['--from', '.', 'c.txt', '--out', 'other.json']);
    expect(code).toBe(0);
    expect(desk.asked().slice(2)).toEqual(['/total/article/1', '/total/article/23', '/total/article/5']);
  });

  for (const folder of ['(paren)', '{x,y}', 'gl[ob]*', '!not', '+(a|b)', 'a folder']) {
    test(`may lie in a folder called "${folder}"`, async ({ desk }) => {
      await mkdir(desk.path(`site/${folder}/deep`), { recursive: true });
      await desk.write(`site/${folder}/a.html`, '<figshare-stats item="1"></figshare-stats>');
      await desk.write(`site/${folder}/deep/b.md`, '<figshare-stats item="23"></figshare-stats>');
      for (const from of [`site/${folder}`, `site/${folder}/`, `./site/${folder}/**/*.{html,md}`, 'site']) {
        const { stdout } = await desk.run(['--from', from, '--dry-run']);
        expect(stdout, from).toMatch(/^\/total\/article\/1\n\/total\/article\/23\n2 requests/);
      }
      const { stdout } = await desk.run(['--from', desk.path(`site/${folder}/*.html`), '--dry-run']);
      expect(stdout).toMatch(/^\/total\/article\/1\n1 request$/m);
    });
  }

  test('may be more than a process may have open files', async ({ desk }) => {
    await mkdir(desk.path('site'));
    const names = Array.from({ length: 600 }, (_, index) => `site/${index}.html`);
    for (const name of names) await desk.write(name, '<figshare-stats item="1"></figshare-stats>');
    const { code, stderr } = await desk.runWithFiles(100, ['--from', 'site']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const named = await desk.runWithFiles(100, ['--from', ...names, '--max-age', '0']);
    expect({ code: named.code, stderr: named.stderr }).toEqual({ code: 0, stderr: '' });
    expect(desk.asked()).toEqual(['/total/article/1', '/total/article/1']);
  });

  test('that cannot be read are listed, and the rest goes on', async ({ desk }) => {
    await desk.write('a.html', '<figshare-stats item="1"></figshare-stats>');
    const { code, stderr } = await desk.run(['--from', '/proc/self/mem', 'a.html']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^\/proc\/self\/mem could not be read: EIO.*\n$/);
    expect(desk.asked()).toEqual(['/total/article/1']);
  });

  test('cannot move the cursor or forge lines by what they hold', async ({ desk }) => {
    const red = '\u001b[31mred\u009b2J\u202e';
    await desk.write(`${red}.html`, `<figshare-stats item="${red}\rforged"></figshare-stats>`);
    await desk.write('good.html', '<figshare-stats item="1"></figshare-stats>');
    const { code, stderr } = await desk.run(['--from', '.']);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^\\u\{1b\}\[31mred\\u\{9b\}2J\\u\{202e\}\.html:1: <figshare-stats item="\\u\{1b\}/,
    );
    expect(stderr).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    const { stderr: unmatched } = await desk.run(['--from', red]);
    expect(unmatched).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  test('may have empty attributes, which are not given', async ({ desk }) => {
    await desk.write(
      'index.html',
      '<figshare-stats item="766364" metrics="" start="" institution=" "></figshare-stats>',
    );
    const { code, stderr } = await desk.run(['--from', 'index.html']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(desk.asked()).toEqual([total]);
  });

  test('with a wrong attribute are told by file, line and value, and the rest goes on', async ({ desk }) => {
    await desk.write(
      'index.html',
      `<p>\n<figshare-stats item="wrong"></figshare-stats>
      <figshare-timeline item="766364" granularity="week"></figshare-timeline>
      <figshare-breakdown item="766364" by="planet"></figshare-breakdown>
      <figshare-stats item="766364" start="2025-02-30"></figshare-stats>
      <figshare-stats item="766364"></figshare-stats>`,
    );
    const { code, stderr } = await desk.run(['--from', 'index.html']);
    expect(code).toBe(0);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^index\.html:2: <figshare-stats item="wrong">: item must be .*"wrong"$/),
      expect.stringMatching(/^index\.html:3: .*granularity must be .*"week"$/),
      expect.stringMatching(/^index\.html:4: .*by must be .*"planet"$/),
      expect.stringMatching(/^index\.html:5: .*start must be .*"2025-02-30"$/),
    ]);
    expect(desk.asked()).toEqual([total]);
  });
});

test.describe('series', () => {
  test('of several periods are one, without a gap', async ({ desk }) => {
    await desk.write(
      'index.html',
      `<figshare-timeline item="766364" granularity="day"></figshare-timeline>
       <figshare-timeline item="766364" granularity="day" start="2024-01-01" end="2024-01-31"></figshare-timeline>`,
    );
    await desk.run(['--from', 'index.html']);
    expect(desk.asked()).toEqual([
      '/timeline/day/views/article/766364?start_date=2024-01-01&end_date=2024-12-31',
      '/timeline/day/views/article/766364?start_date=2025-01-01&end_date=2025-11-21',
    ]);
    const { answers } = await desk.file();
    expect(Object.keys(answers)).toEqual(['/timeline/day/views/article/766364']);
    expect(Object.values(answers)[0]).toMatchObject({ start: '2024-01-01', end: '2025-11-21' });
  });

  test('that the service cuts are asked for to their end', async ({ desk }) => {
    const days = { '2024-12-03': 1, '2025-06-10': 2, '2025-11-20': 4 };
    desk.world.settings({ items: { 'article/5': { timeline: { views: days } } } });
    desk.world.faults([
      {
        path: '/timeline/month/views/article/5',
        query: 'start_date=2024-12-01',
        fault: 'body',
        body: { timeline: { '2024-12': 1, '2025-06': 1 } }, // cut in the middle of June
      },
    ]);
    await desk.run(['5']);
    const { answers } = await desk.file();
    expect(answers['/timeline/month/views/article/5']!.body).toEqual({
      timeline: { '2024-12': 1, '2025-06': 2, '2025-11': 4 },
    });
  });
});

test.describe('the file', () => {
  test('fits its schema, and is the same for the same answers, one in a line', async ({ desk }) => {
    const page = `<figshare-top of="article" by="referral" item="766364"></figshare-top>
      <figshare-breakdown item="766364"></figshare-breakdown><figshare-count item="327"></figshare-count>
      <figshare-timeline item="766364" category="2" start="2024-03-05"></figshare-timeline>
      <figshare-timeline item="766364" category="2" granularity="year"></figshare-timeline>
      <figshare-stats item="766364" start="2025-01-01"></figshare-stats>
      <a href="https://doi.org/10.15482/USDA.ADC/1402049#figshare-timeline?granularity=day">x</a>`;
    await desk.write('index.html', page);
    const { code } = await desk.run(['--from', 'index.html']);
    expect(code).toBe(0);
    await desk.run(['--from', 'index.html', '--out', 'again.json']);
    const plain = (text: string) => text.replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"…"');
    expect(plain(await desk.text('again.json'))).toBe(plain(await desk.text()));

    const schema = await readFile(new URL('../../src/source/snapshot.schema.json', import.meta.url), 'utf8');
    const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(schema) as object,
    );
    const file = await desk.file();
    expect(isValid(file), JSON.stringify(isValid.errors)).toBe(true);
    for (const spoilt of [
      { ...file, 'figshare-elements': 2 },
      { ...file, retrieved: 'today' },
      { ...file, answers: { x: { retrieved: file.retrieved, body: 1 } } },
      { ...file, answers: { '/timeline/day/views/article/1': { retrieved: file.retrieved, body: {} } } },
    ])
      expect(isValid(spoilt)).toBe(false);

    const lines = (await desk.text()).trimEnd().split('\n').slice(4, -2);
    const keys = Object.keys(file.answers);
    expect(lines).toHaveLength(keys.length);
    expect(keys).toEqual([...keys].sort());
  });

  test('is the same in whatever order the service answers', async ({ desk }) => {
    const answers = { views: 5, downloads: 3, cites: 1 };
    const reversed = Object.fromEntries(Object.entries(answers).reverse());
    for (const [name, body] of Object.entries({ 'one.json': answers, 'other.json': reversed })) {
      desk.world.faults([{ path: total, fault: 'body', body }]);
      await desk.run(['766364', '--out', name]);
    }
    const lineOf = async (name: string) =>
      (await desk.text(name))
        .split('\n')
        .find((line) => line.includes(total))!
        .replace(/^.*"body"/, '');
    expect(await lineOf('other.json')).toBe(await lineOf('one.json'));
  });

  test('is asked for nothing again while it is young, and for all of it when told so', async ({ desk }) => {
    await desk.run(['766364']);
    const before = await desk.text();
    const { code, stdout } = await desk.run(['766364', 'project/13']);
    expect(code).toBe(0);
    expect(stdout).toContain('3 answers fetched, 5 in the file');
    await desk.run(['766364', '--max-age', '0', '--out', 'figshare.json']);
    expect(desk.asked()).toHaveLength(2 + 3 + 2);
    await desk.run(['766364']);
    expect(desk.asked()).toHaveLength(2 + 3 + 2);
    expect(Object.keys((await desk.file()).answers)).toEqual(
      Object.keys((JSON.parse(before) as { answers: object }).answers),
    );
  });

  test('is left alone where nothing would change', async ({ desk }) => {
    await desk.run(['766364']);
    const before = await desk.text();
    await desk.run(['766364']);
    expect(await desk.text()).toBe(before);
  });

  test('asks a series again for the days since, and drops what is wanted no more', async ({ desk }) => {
    await desk.run(['766364', 'project/13']);
    await desk.run(['766364', '--today', '2025-11-22', '--max-age', '48']);
    expect(desk.asked().slice(5)).toEqual([`${views}?${year.replace('11-21', '11-22')}`]);
    expect(Object.keys((await desk.file()).answers)).toEqual([views, total]);
  });
});

test('only so many requests are made in a second', async ({ desk }) => {
  const { process, ended } = desk.start(['766364', '--rate', '0.001']); // the second is due in a quarter of an hour
  await desk.world.wait({ requests: 1, open: 0 });
  process.kill('SIGINT');
  const { code, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 130, stderr: '2 requests, at least 16 minutes\n' });
  expect(desk.asked()).toHaveLength(1);
});

test('what is said of the time is no more than it takes, and no less where answers take theirs', () => {
  const announced: [requests: number, rate: number, text: string][] = [
    [0, 1, '0 requests'],
    [1, 1, '1 request'],
    [2, 1, '2 requests, at least 1 second'],
    [3, 1000, '3 requests'],
    [120, 1, '120 requests, at least 119 seconds'],
    [121, 1, '121 requests, at least 2 minutes'],
    [5000, 1, '5000 requests, at least 83 minutes'],
    [5000, 10, '5000 requests, at least 8 minutes'],
    [36_000, 1, '36000 requests, at least 599 minutes'],
    [50_000, 1, '50000 requests, at least 13 hours'],
  ];
  for (const [requests, rate, text] of announced) expect(announcementOf(requests, rate)).toBe(text);
});

test('a terminal shows how far the run is, with what goes wrong above it', async ({ desk }) => {
  desk.world.faults([{ path: total, fault: 500 }]);
  const { code, stdout } = await desk.runInTerminal(['766364']);
  expect(code).toBe(0);
  expect(stdout).toContain('\r1 of 2');
  expect(stdout).toContain('(status 500)');
  expect(stdout).not.toContain('    at ');
});

test('a dry run lists what would be asked, and asks nothing', async ({ desk }) => {
  await desk.write('index.html', '<figshare-top></figshare-top>');
  const { code, stdout } = await desk.run(['766364', '--from', 'index.html', '--dry-run', '--rate', '1']);
  expect(code).toBe(0);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    `${views}?${year}`,
    '/top/views/article?count=10',
    total,
    '3 requests, at least 2 seconds; more may follow from what ORCID iDs, DOIs and top lists turn out to hold',
  ]);
  expect(desk.asked()).toEqual([]);
  await expect(desk.text()).rejects.toThrow('ENOENT');
});

test.describe('wrong usage ends with 2', () => {
  const cases: [string, string[], string][] = [
    ['nothing to ask', [], 'nothing to ask'],
    ['no readable item', ['wrong'], 'item must be'],
    ['an unknown option', ['766364', '--fast'], "unknown option '--fast'"],
    ['a rate that is none', ['766364', '--rate', '0'], "'--rate <number>' argument '0'"],
    ['a rate below all bounds', ['766364', '--rate', '0.0000001'], "argument '0.0000001' is invalid"],
    ['a rate that is no number', ['766364', '--rate', '1x'], "argument '1x' is invalid"],
    ['a time-out of a month', ['766364', '--timeout', '3000000'], "'--timeout <seconds>' argument '3000000'"],
    ['a negative age', ['766364', '--max-age=-1'], "'--max-age <hours>' argument '-1'"],
    [
      'a source that is a snapshot',
      ['766364', '--source', 'https://a.example/x.json'],
      'one service or relay',
    ],
    ['a source with a password', ['766364', '--source', 'https://u:p@a.example'], 'without credentials'],
    ['a page without elements', ['--from', 'empty.html'], 'nothing to ask'],
    ['a page without a name', ['--from', ''], '--from "" names no file, folder or glob'],
    ['pages that are not there', ['--from', 'none/*.html'], 'matches no HTML or Markdown file'],
  ];
  for (const [name, args, message] of cases) {
    test(name, async ({ desk }) => {
      await desk.write('empty.html', '<p></p>');
      const { code, stderr } = await desk.run(args);
      expect(code).toBe(2);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('    at ');
      expect(desk.asked()).toEqual([]);
    });
  }
});

test('help tells the exit codes', async ({ desk }) => {
  const { code, stdout } = await desk.run(['--help']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Exit codes:\n +0 .*\n +1 [^]* 2 [^]* 130/);
});
