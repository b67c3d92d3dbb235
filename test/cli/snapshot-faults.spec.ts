import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { readSnapshotFile } from '../../src/source/snapshot-file.js';
import { test, today, type Desk } from './snapshot-world.js';

// Processes take their time to start.
test.describe.configure({ timeout: 120_000 });

const total = '/total/article/766364';
const views = '/timeline/month/views/article/766364';
const isUnasked = { code: 1, stdout: '' };

/** Many items, and so many requests. */
const many = Array.from({ length: 40 }, (_, index) => String(1000 + index));

/** What is in the folder, but for what a test put there. */
const files = async (desk: Desk) => (await readdir(desk.path('.'))).sort();

test.describe('a service that is down', () => {
  test('ends with 1 and leaves the old file untouched', async ({ desk }) => {
    await desk.run(['766364']);
    const before = await desk.text();
    desk.world.faults([{ path: '/*', fault: 503 }]);
    const { code, stderr } = await desk.run(['766364', '--max-age', '0']);
    expect(code).toBe(1);
    expect(stderr).toContain('(status 503); the numbers of 2025-11-21 are kept');
    expect(stderr).toContain('every question that was asked failed; figshare.json is unchanged');
    expect(await desk.text()).toBe(before);
    expect(await files(desk)).toEqual(['figshare.json']);
  });

  test('ends with 1 where other numbers are new enough, and leaves the old file untouched', async ({
    desk,
  }) => {
    await desk.run(['766364']);
    const before = await desk.text();
    desk.world.faults([{ path: '/*', fault: 503 }]);
    const { code, stderr } = await desk.run(['766364', 'project/13']);
    expect(code).toBe(1);
    expect(stderr).toContain('every question that was asked failed; figshare.json is unchanged');
    expect(await desk.text()).toBe(before);
  });

  test('ends with 1 though the main API answers, and leaves the old file untouched', async ({ desk }) => {
    await desk.run(['766364']);
    const before = await desk.text();
    const dois = many.map((id) => `10.1234/x${id}`);
    desk.world.faults([
      ...dois.map((doi, index) => ({
        path: '/v2/articles',
        query: encodeURIComponent(doi),
        fault: 'body' as const,
        body: [{ id: index + 1, doi }],
      })),
      { path: '/t*', fault: 503 },
    ]);
    const { code, stderr } = await desk.run(dois);
    expect(desk.asked().filter((path) => path.startsWith('/v2/'))).toHaveLength(dois.length);
    expect(code).toBe(1);
    expect(stderr).toContain('figshare.json is unchanged');
    expect(await desk.text()).toBe(before);
  });

  test('is not asked where all is new enough, which ends with 0', async ({ desk }) => {
    await desk.run(['766364']);
    desk.world.faults([{ path: '/*', fault: 503 }]);
    const { code, stderr } = await desk.run(['766364']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('that cannot be reached makes no file', async ({ desk }) => {
    const { code, stderr } = await desk.run(['766364', '--source', 'http://127.0.0.1:1']);
    expect(code).toBe(1);
    expect(stderr).toContain('766364: 127.0.0.1:1 could not be reached');
    expect(stderr).not.toContain('page');
    expect(await files(desk)).toEqual([]);
  });

  test('is given up after five failures in a row', async ({ desk }) => {
    desk.world.faults([{ path: '/*', fault: 429 }]);
    const { code, stderr } = await desk.run(many);
    expect(code).toBe(1);
    // Of the four that are under way at once, three may still be answered.
    expect(desk.asked().length).toBeLessThanOrEqual(5 + 3);
    expect(stderr.match(/is not asked any more/g)).toHaveLength(1);
  });
});

test.describe('what fails', () => {
  test('keeps its old numbers and their date, and the rest is new', async ({ desk }) => {
    await desk.write(
      'index.html',
      `<figshare-stats item="766364"></figshare-stats><figshare-timeline item="766364"></figshare-timeline>
       <figshare-breakdown item="766364"></figshare-breakdown><figshare-top></figshare-top>
       <figshare-stats item="project/13"></figshare-stats>`,
    );
    const args = ['--from', 'index.html'];
    await desk.run(args);
    const { answers: old } = await desk.file();
    desk.world.faults([
      { path: '/total/article/*', fault: 404 },
      { path: '/total/views/article/*', fault: 500 },
      { path: '/timeline/*', fault: 'html' },
      { path: '/breakdown/*', fault: 403 },
      { path: '/v2/*', fault: 404 },
    ]);
    const { code, stderr } = await desk.run([...args, '--today', '2025-12-03']);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /index\.html:1: <figshare-timeline .*did not answer JSON; the numbers of 2025-11-21 are kept/,
    );
    expect(stderr).toMatch(
      /index\.html:2: <figshare-breakdown .*\(status 403\); the numbers of 2025-11-21 are kept/,
    );
    expect(stderr).toMatch(/the name of article\/\d+: .*the numbers of 2025-11-21 are kept/);

    const { answers } = await desk.file();
    const { '/total/downloads/article/766364': single, ...others } = answers;
    expect(single!.body).toEqual({ totals: 5210 });
    expect(Object.keys(others)).toEqual(Object.keys(old));
    const isNew = (key: string) => /^\/(top\/|total\/.*project)/.test(key);
    for (const [key, held] of Object.entries(others)) {
      if (isNew(key)) expect(held.retrieved > '2025-12-03', key).toBe(true);
      else expect(held, key).toEqual(old[key]);
    }
  });

  test('and has no old numbers is listed, and the run ends well where anything was answered', async ({
    desk,
  }) => {
    desk.world.faults([{ path: '/timeline/*', fault: 'hang' }]);
    const { code, stderr } = await desk.run(['766364', '--timeout', '3']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^article\/766364: .* did not answer in time\nquestions that failed: 1\n$/);
    expect(Object.keys((await desk.file()).answers)).toEqual([total]);
  });

  test('because a DOI cannot be looked up keeps all of its item', async ({ desk }) => {
    const args = ['10.15482/USDA.ADC/1402049', '766364', '--max-age', '0'];
    await desk.run(args);
    const { answers: old } = await desk.file();
    desk.world.faults([{ path: '/v2/*', fault: 500 }]);
    const { code } = await desk.run(args);
    expect(code).toBe(0);
    const { answers } = await desk.file();
    expect(Object.keys(answers)).toEqual(Object.keys(old));
    expect(answers['/total/article/24852405']).toEqual(old['/total/article/24852405']);
  });

  test('only once is asked again', async ({ desk }) => {
    desk.world.faults([
      { path: total, fault: 500, times: 1 },
      { path: views, fault: 'reset', times: 1 },
    ]);
    const { code, stderr } = await desk.run(['766364']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(desk.asked()).toHaveLength(4);
  });

  const malformed: [string, unknown][] = [
    ['half a count', { views: 0.5 }],
    ['a negative count', { views: -1, downloads: 1 }],
    ['a text', { views: '5' }],
  ];
  for (const [name, body] of malformed) {
    test(`because it is ${name} is not written`, async ({ desk }) => {
      desk.world.faults([
        { path: '/total/*', fault: 'body', body },
        { path: '/total/views/*', fault: 'body', body: { totals: null } },
      ]);
      await desk.run(['766364']);
      expect(JSON.stringify(Object.entries((await desk.file()).answers))).not.toContain(JSON.stringify(body));
    });
  }
});

test('a service without combined totals is asked for each number, and nothing is amiss', async ({ desk }) => {
  desk.world.settings({ combined: false });
  const { code, stderr } = await desk.run(['766364', '23']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const keys = Object.keys((await desk.file()).answers);
  expect(keys).toEqual(
    expect.arrayContaining(['/total/views/article/766364', '/total/downloads/article/23']),
  );
  expect(keys).not.toContain(total);
});

test('at most four requests are under way, and a wait that is asked for is kept', async ({ desk }) => {
  desk.world.settings({ delay: 20 });
  desk.world.faults([{ path: '/total/*', fault: 429, retryAfter: 1, times: 1 }]);
  const { code } = await desk.run(['766364', 'group/327', 'project/13']);
  expect(code).toBe(0);
  expect(desk.world.record().maxOpen).toBeLessThanOrEqual(4);
});

test('a longer wait is told, and goes on at an interruption', async ({ desk }) => {
  desk.world.faults([{ path: '/total/*', fault: 429, retryAfter: 60 }]);
  const { process, ended } = desk.start(['766364']);
  await once(process.stderr!, 'data');
  process.kill('SIGINT');
  const { code, stderr } = await ended;
  expect(code).toBe(130);
  expect(stderr).toMatch(/asks to wait; continuing in 60 seconds/);
});

test.describe('an interruption', () => {
  for (const [signal, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    test(`by ${signal} writes what was had, beside what the old file holds`, async ({ desk }) => {
      await desk.run(['project/13']);
      desk.world.faults([{ path: total, fault: 'hang' }]);
      const { process, ended } = desk.start(['766364', 'project/13']);
      await desk.world.wait({ requests: 5 });
      process.kill(signal);
      const { code, stderr } = await ended;
      expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
      expect(Object.keys((await desk.file()).answers)).toEqual([
        '/timeline/month/views/article/766364',
        '/timeline/month/views/project/13',
        '/total/downloads/project/13',
        '/total/views/project/13',
      ]);
      expect(await files(desk)).toEqual(['figshare.json']);

      desk.world.faults([]);
      const before = desk.asked().length;
      await desk.run(['766364', 'project/13']);
      expect(desk.asked().slice(before)).toEqual([total]);
    });
  }

  test('by kill leaves a whole file, that the next run goes on from', async ({ desk }) => {
    desk.world.settings({ delay: 30 });
    const { process, ended } = desk.start(many);
    const held = async () =>
      existsSync(desk.path('figshare.json'))
        ? Object.keys(readSnapshotFile(await desk.file()).answers).length
        : 0;
    await expect.poll(held, { intervals: [5] }).toBeGreaterThanOrEqual(15);
    process.kill('SIGKILL');
    await ended;
    const before = desk.asked().length;
    const left = 80 - (await held());
    const { code } = await desk.run(many);
    expect(code).toBe(0);
    expect(Object.keys((await desk.file()).answers)).toHaveLength(80);
    expect(desk.asked()).toHaveLength(before + left);
    expect(await files(desk)).toEqual(['figshare.json']);
  });

  test('by kill at any moment leaves a whole file or none', async ({ desk }) => {
    for (const requests of [9, 31, 22, 10]) {
      const { process, ended } = desk.start(many);
      await Promise.race([desk.world.wait({ requests: desk.asked().length + requests }), ended]);
      process.kill('SIGKILL');
      await ended;
      if (existsSync(desk.path('figshare.json'))) readSnapshotFile(await desk.file());
    }
    await desk.run(many);
    expect(await files(desk)).toEqual(['figshare.json']);
  });
});

test.describe('a full disk', () => {
  test('leaves the old file, and is told', async ({ desk }) => {
    await desk.run(['766364']);
    const before = await desk.text();
    const { code, stderr } = await desk.runOnSmallDisk([...many, '--out', 'small/figshare.json']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/small\/figshare\.json could not be written and is unchanged: ENOSPC/);
    const after = await desk.text('left/figshare.json');
    expect(after.length).toBeGreaterThanOrEqual(before.length);
    readSnapshotFile(JSON.parse(after));
    expect(await readdir(desk.path('left'))).toEqual(['figshare.json']);
  });
});

test('several snapshots of the same file at once leave a whole file, and nothing beside it', async ({
  desk,
}) => {
  const ends = await Promise.all([desk.run(['766364']), desk.run(['766364']), desk.run(['766364'])]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(Object.keys(readSnapshotFile(await desk.file()).answers)).toEqual([views, total]);
  expect(await files(desk)).toEqual(['figshare.json']);
});

test('what a writer left that was killed is removed by the next', async ({ desk }) => {
  const gone = spawnSync('true').pid;
  await desk.write(`figshare.json.${gone}.tmp`, '{"half');
  await desk.write('figshare.json.notes.tmp', 'not ours');
  expect((await desk.run(['766364'])).code).toBe(0);
  expect(await files(desk)).toEqual(['figshare.json', 'figshare.json.notes.tmp']);
});

test.describe('an old file', () => {
  const foreign: [string, string][] = [
    ['that is cut off', '{"figshare-elements":1,"retrieved":"2025-01-01T00:00:00Z","answers":{"/total'],
    ['of another format', '{"figshare-elements":2,"retrieved":"2025-01-01T00:00:00Z","answers":{}}'],
    ['that is something else', '{"name":"my-site"}'],
    ['that is empty', ''],
  ];
  for (const [name, text] of foreign) {
    test(`${name} is not destroyed, unless told so`, async ({ desk }) => {
      await desk.write('figshare.json', text);
      const { code, stdout, stderr } = await desk.run(['766364']);
      expect({ code, stdout }).toEqual(isUnasked);
      expect(stderr).toMatch(/^error: figshare\.json is not a snapshot .*--force/);
      expect(await desk.text()).toBe(text);
      expect(desk.asked()).toEqual([]);
      expect(await files(desk)).toEqual(['figshare.json']);

      expect((await desk.run(['766364', '--force'])).code).toBe(0);
      expect(Object.keys((await desk.file()).answers)).toEqual([views, total]);
    });
  }

  test('with answers that are none is read as far as they are some', async ({ desk }) => {
    const retrieved = new Date(`${today}T00:00:00Z`).toISOString();
    const single = '/total/views/project/13';
    const answers = {
      [total]: null,
      [views]: { retrieved },
      [single]: { retrieved, body: { totals: 'many' } },
      '/__proto__': 1,
    };
    await desk.write(
      'figshare.json',
      JSON.stringify({ 'figshare-elements': 1, retrieved: '2025-11-21T00:00:00Z', answers }),
    );
    const { code, stderr } = await desk.run(['766364', 'project/13', '--max-age', '1000']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const file = await desk.file();
    expect(Object.keys(file.answers)).toEqual(expect.arrayContaining([views, total]));
    expect(file.answers[single]!.body).toEqual({ totals: 2750 });
  });

  test('behind a link stays behind it', async ({ desk }) => {
    await mkdir(desk.path('data'));
    await desk.run(['766364', '--out', 'data/real.json']);
    await symlink('data/real.json', desk.path('figshare.json'));
    await desk.run(['766364', 'project/13']);
    expect(Object.keys((await desk.file('data/real.json')).answers)).toHaveLength(5);
    expect(await files(desk)).toEqual(['data', 'figshare.json']);
  });

  const misplaced: [string, string][] = [
    ['data.json', '--out "data.json" must name a file'],
    ['none/figshare.json', '--out "none/figshare.json" is in a folder that does not exist'],
    ['/dev/null', '--out "/dev/null" must name a file'],
    ['', '--out "" must name a file'],
  ];
  for (const [out, message] of misplaced) {
    test(`cannot be at "${out}", which is told at once`, async ({ desk }) => {
      await mkdir(desk.path('data.json'));
      const { code, stdout, stderr } = await desk.run(['766364', '--out', out]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toBe(`error: ${message}\n`);
      expect(desk.asked()).toEqual([]);
    });
  }
});
