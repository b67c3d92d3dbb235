import { readFile } from 'node:fs/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Files } from './peers.js';

/** Bytes of a file as it is sent: by gzip -9, and by brotli at its best. */
export interface Weight {
  gzip: number;
  brotli: number;
}

/** Of our bundles that no page of the bench loads. */
const others = ['figshare-auto.js', 'figshare-chart.js', 'figshare-map.js'];

/** Of the files that the bench's pages load, and of our other bundles, by name. */
export async function weightsOf(files: Files): Promise<Record<string, Weight>> {
  const all = new Map<string, string>(files);
  for (const name of others) all.set(name, await readFile(`dist/cdn/${name}`, 'utf8'));
  return Object.fromEntries(
    [...all].map(([name, text]) => [
      name,
      { gzip: gzipSync(text, { level: 9 }).length, brotli: brotliCompressSync(text).length },
    ]),
  );
}
