/// <reference types="node" />
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: a draft beside it takes its place at once. Whoever is killed leaves the old file
 * or the new one, and perhaps a draft, which the next writer removes.
 *
 * @throws where it could not be written; then it is unchanged
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path); // a link stays one
  const draft = `${target}.${process.pid}.tmp`;
  try {
    const old = await stat(target).catch(() => undefined);
    const file = await open(draft, 'w', old?.mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new Error(`${path} could not be written and is unchanged: ${(cause as Error).message}`, { cause });
  }
  await removeDrafts(target);
}

/** Removes what writers left that were killed. */
async function removeDrafts(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    const [, pid] = name.startsWith(basename(target)) ? (/\.(\d+)\.tmp$/.exec(name) ?? []) : [];
    if (pid && name === `${basename(target)}.${pid}.tmp` && !isAlive(Number(pid))) {
      await rm(join(folder, name), { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
