/** People, by their ORCID iDs: the command as the package has it, which asks the main API who they are. */
import { expect } from '@playwright/test';
import { test } from './snapshot-world.js';

test.describe.configure({ timeout: 120_000 });

const orcid = '0000-0002-1825-0097';
const nobody = '0000-0001-0000-0009';
const numbers = [
  '/timeline/month/views/author/97657',
  '/total/downloads/author/97657',
  '/total/views/author/97657',
];

for (const written of [orcid, `https://orcid.org/${orcid}`])
  test(`${written} becomes the numbers of the author it belongs to, and says whose`, async ({ desk }) => {
    const { code, stdout, stderr } = await desk.run([written]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `${orcid}: author/97657 (Sample Author)\n` });
    expect(stdout).toBe('figshare.json: 3 answers fetched, 3 in the file\n');
    const { answers } = await desk.file();
    expect(Object.keys(answers)).toEqual(numbers);
    expect(desk.asked()[0]).toBe(`/v2/articles/search{"search_for":":orcid: ${orcid}","page_size":10}`);
  });

test('people stand beside items, on a line of standard input too, each once', async ({ desk }) => {
  const { code, stdout } = await desk.run(['-', '766364'], {
    input: `author/97657 ${orcid}\n${orcid.toLowerCase()}\n`,
  });
  expect(code).toBe(0);
  expect(stdout).toContain('5 in the file');
  expect(desk.asked().filter((path) => path.startsWith('/v2/articles/search'))).toHaveLength(1);
  expect(desk.asked().filter((path) => path.startsWith('/total/views/author'))).toHaveLength(1);
});

test('somebody whom nothing names is told, and the rest is fetched', async ({ desk }) => {
  const { code, stderr } = await desk.run([nobody, '766364']);
  expect(code).toBe(0);
  expect(stderr).toContain(`${nobody}: nothing public on figshare names ${nobody}; `);
  expect(stderr).toContain('questions that failed: 1');
  const alone = await desk.run([nobody, '--out', 'other.json']);
  expect(alone.code).toBe(1);
  expect(alone.stderr).toContain('every question that was asked failed; other.json is unchanged');
  await expect(desk.text('other.json')).rejects.toThrow('ENOENT');
});

test('numbers of somebody who cannot be asked for stay in the file', async ({ desk }) => {
  await desk.run([orcid]);
  const before = (await desk.file()).answers;
  desk.world.faults([{ path: '/v2/*', fault: 503 }]);
  const { code, stderr } = await desk.run([orcid, '766364']);
  expect(code).toBe(0);
  expect(stderr).toMatch(new RegExp(`^${orcid}: .*status 503`));
  const { answers } = await desk.file();
  expect(answers).toMatchObject(before);
  expect(Object.keys(answers)).toHaveLength(5);
});

test('a dry run lists the question who somebody is, and asks nothing', async ({ desk }) => {
  const { code, stdout } = await desk.run([orcid, orcid, '--dry-run', '--rate', '1']);
  expect(code).toBe(0);
  expect(stdout).toBe(
    `/v2/articles/search{"search_for":":orcid: ${orcid}","page_size":10}\n` +
      '1 request; more may follow from what ORCID iDs, DOIs and top lists turn out to hold\n',
  );
  expect(desk.asked()).toEqual([]);
});

test('the help says what becomes of one', async ({ desk }) => {
  const { stdout } = await desk.run(['--help']);
  expect(stdout.replace(/\s+/g, ' ')).toContain('An ORCID iD becomes the authors (author/97657)');
});
