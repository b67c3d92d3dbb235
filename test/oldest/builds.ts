/** Old builds of Chromium, as packages of npm hold them, compressed. Made for servers without a desktop, they need no installation. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

export const builds = [
  'chrome-aws-lambda@1.20.4',
  'chrome-aws-lambda@3.1.1',
  'chrome-aws-lambda@5.2.1',
  'chrome-aws-lambda@9.1.0',
  'chrome-aws-lambda@10.1.0',
  '@sparticuz/chrome-aws-lambda@14.1.0',
  '@sparticuz/chromium@106.0.2',
  '@sparticuz/chromium@110.0.1',
  '@sparticuz/chromium@119.0.2',
  '@sparticuz/chromium@126.0.0',
];

/**
 * Takes a build out of its package.
 *
 * @param folder - an empty one of its own
 * @returns the program
 */
export function unpack(build: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const to = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
  const packed = execFileSync('npm', ['pack', '--silent', build], to).trim();
  execFileSync('tar', ['xzf', packed, 'package/bin'], to);
  const bin = join(folder, 'package/bin');
  const [name] = readdirSync(bin).filter((file) => /^chromium.*\.br$/.test(file));
  if (!name) throw new Error(`${build} holds no Chromium, but ${readdirSync(bin).join(', ')}`);
  const program = join(folder, 'chromium');
  writeFileSync(program, brotliDecompressSync(readFileSync(join(bin, name))), { mode: 0o755 });
  return program;
}
