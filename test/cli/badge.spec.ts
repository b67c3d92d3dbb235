/** `figshare-elements badge`, as it is published. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { command } from '../support/command.js';
import { startStandIn, type StandIn, type World } from '../support/stand-in.js';

let standIn: StandIn;
let world: World;
let worlds = 0;

test.beforeAll(async () => {
  standIn = await startStandIn();
});
test.afterAll(() => standIn.close());
test.beforeEach(() => {
  worlds += 1;
  world = standIn.world(`badge-${worlds}`);
});

interface Outcome {
  code: number;
  output: string;
  complaint: string;
}

async function badge(...args: string[]): Promise<Outcome> {
  const sourced = args.includes('--source') ? args : [...args, '--source', world.url];
  const child = spawn(process.execPath, [command, 'badge', ...sourced], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, complaint, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { code, output, complaint };
}

const wordsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, word]) => word);

test('writes an image to standard output, and nothing else', async () => {
  const { code, output, complaint } = await badge('30000001');
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  expect(output).toMatch(/^<svg [^]*<\/svg>\n$/);
  expect(wordsIn(output)).toEqual(['18,734', 'views', '4,211', 'downloads']);
});

test('draws what it is told to, as it is told to', async () => {
  const options = ['--metrics', 'downloads citations', '--lang', 'de', '--theme', 'dark'];
  const { output } = await badge('https://doi.org/10.6084/m9.figshare.30000001', ...options);
  expect(wordsIn(output)).toEqual(['4.211', 'Downloads', '23', 'Zitierungen']);
  expect(output).toContain('fill="#14181c"');
  const line = await badge('30000001', '--variant', 'sparkline');
  expect(line.output).toContain('in 12 months</text>');
});

test('draws a PNG where the file is named so, twice as large', async ({}, info) => {
  const out = info.outputPath('views.png');
  expect(await badge('30000001', '--out', out)).toEqual({ code: 0, output: '', complaint: '' });
  const png = readFileSync(out);
  const [, width] = /width="(\d+)"/.exec((await badge('30000001')).output) ?? [];
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16)]).toEqual(['PNG', 2 * Number(width)]);
});

test('sums several items', async () => {
  expect(wordsIn((await badge('group/327 group/328')).output)).toContain('241,322');
});

test('writes a file in the place of an older one, and leaves nothing beside it', async ({}, info) => {
  const file = info.outputPath('views.svg');
  writeFileSync(file, 'old');
  const { code, output } = await badge('30000001', '--out', file);
  expect([code, output]).toEqual([0, '']);
  expect(wordsIn(readFileSync(file, 'utf8'))).toContain('18,734');
  expect(readdirSync(info.outputDir)).toEqual(['views.svg']);
});

test('replaces a file at once: whoever reads the older one meanwhile reads all of it', async ({}, info) => {
  const [file, reader] = [info.outputPath('views.svg'), info.outputPath('reader.svg')];
  writeFileSync(file, 'old');
  linkSync(file, reader);
  expect((await badge('30000001', '--out', file)).code).toBe(0);
  expect(readFileSync(reader, 'utf8')).toBe('old');
});

test('leaves the file of before alone when the number cannot be had', async ({}, info) => {
  const file = info.outputPath('views.svg');
  writeFileSync(file, 'old');
  world.faults([{ path: '/*', fault: '403' }]);
  const { code, output, complaint } = await badge('30000001', '--out', file);
  expect([code, output]).toEqual([1, '']);
  expect(complaint).toMatch(/^error: .+\n$/);
  const gone = await badge('30000001', '--out', file, '--source', 'http://127.0.0.1:9');
  expect(gone.code).toBe(1);
  expect(gone.complaint).toMatch(/^error: 127.0.0.1:9 could not be reached/);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test('says where it cannot write, and asks nobody', async ({}, info) => {
  const file = info.outputPath('nowhere', 'views.svg');
  const { code, complaint } = await badge('30000001', '--out', file);
  expect(code).toBe(2);
  expect(complaint).toBe(`error: --out "${file}" is in a folder that does not exist\n`);
  expect(world.record().requests).toEqual([]);
});

for (const [args, ...said] of [
  [[], "missing required argument 'item'"],
  [['5', '6'], 'too many arguments'],
  [['thing/5'], 'item must be', '"thing/5"'],
  [['5', '--variant', 'pie'], "'--variant <variant>'", "'pie'", 'badge, sparkline'],
  [['5', '--metrics', 'hugs'], 'metrics must be', '"hugs"'],
  [['5', '--variant', 'sparkline', '--metrics', 'citations'], 'metrics must be', '"citations"'],
  [['5', '--lang', 'x_y'], "'--lang <language>'", "'x_y'"],
  [['5', '--theme', 'pink'], "'--theme <theme>'", "'pink'", 'light, dark'],
  [['5', '--source', 'figshare'], 'source must be', '"figshare"'],
  [['5', '--colour'], "unknown option '--colour'"],
  [['5', '--out'], "'--out <file>'"],
] as [string[], ...string[]][]) {
  test(`refuses "${args.join(' ')}", and asks nobody`, async () => {
    const { code, output, complaint } = await badge(
      ...(args.at(-1) === '--out' ? ['--source', world.url] : []),
      ...args,
    );
    expect([code, output]).toEqual([2, '']);
    for (const part of said) expect(complaint).toContain(part);
    expect(world.record().requests).toEqual([]);
  });
}

test('explains itself', async () => {
  const { code, output } = await badge('--help');
  expect(code).toBe(0);
  for (const option of ['<item>', '--variant', '--metrics', '--out', '--source', '--lang', '--theme'])
    expect(output).toContain(option);
});
