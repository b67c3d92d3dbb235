/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { drawPng as draw } from './png.js';

/** Draws an image of ours as PNG on Node, Deno and Bun: the program lies beside this file. */
export function drawPng(svg: string, scale: number): Promise<Uint8Array> {
  return draw(svg, scale, () => readFile(new URL('./resvg.wasm', import.meta.url)));
}
