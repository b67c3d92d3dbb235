/// <reference types="node" />
import { access, constants, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WrongUse } from './wrong-use.js';

/**
 * Checks what `--out` names before anything is asked.
 *
 * @throws WrongUse: no file can be there; another error, where its folder cannot be written
 */
export async function checkTarget(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new WrongUse(`--out "${path}" is in a folder that does not exist`);
  const old = await stat(path || '.').catch(() => undefined);
  // A device would be replaced by a file.
  if (/[\\/]$/.test(path) || (old && !old.isFile())) throw new WrongUse(`--out "${path}" must name a file`);
  await access(dirname(path), constants.W_OK).catch((cause: unknown) => {
    throw new Error(`${path} cannot be written: ${(cause as Error).message}`, { cause });
  });
}

/**
 * Writes a file whole or not at all: a draft next to it replaces it in one step. A writer that is killed leaves the old
 * file or the new one, and perhaps a draft, which the next writer removes.
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

/** Removes the drafts of writers that were killed. */
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
