/** A folder as one file to attach to a release. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** The first moment that a zip can tell, in local time, as it tells all times: so the bytes are those of every machine. */
const mtime = new Date(1980, 0, 1);

/** @param folder - every file below it, by its path there, in the order of their names */
export function zipOf(folder: string): Uint8Array {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  return zipSync(Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path))])), {
    level: 9,
    mtime,
  });
}
