/** The built files, read from where the tests run: the top of the repository. */
import { readdirSync, readFileSync } from 'node:fs';

/** Paths below the top of the repository, with forward slashes. */
export const distFiles = () =>
  readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));

export const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
