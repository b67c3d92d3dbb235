import { initWasm, Resvg } from '@resvg/resvg-wasm';
import bold from './fonts/DejaVuSans-Bold.ttf?inline';
import normal from './fonts/DejaVuSans.ttf?inline';
import eastAsian from './fonts/DroidSansFallback.ttf?inline';

/** The program that draws, compiled or as its bytes. */
export type ResvgProgram = WebAssembly.Module | BufferSource;

const latin = 'DejaVu Sans';
let fonts: Uint8Array[] | undefined;
let ready: Promise<void> | undefined;

/**
 * Draws an image of ours without any font of the system's. This file is loaded only where a PNG is asked for: with its
 * fonts it weighs more than the rest of a relay.
 *
 * @param scale - pixels for each of the SVG's
 * @param load - gets the program, once
 * @throws what `load` throws, and then tries again with the next image
 */
export async function drawPng(
  svg: string,
  scale: number,
  load: () => Promise<ResvgProgram>,
): Promise<Uint8Array> {
  ready ??= load().then(initWasm);
  try {
    await ready;
  } catch (error) {
    ready = undefined;
    throw error;
  }
  fonts ??= [normal, bold, eastAsian].map(bytesOf);
  const font = {
    fontBuffers: fonts,
    loadSystemFonts: false,
    defaultFontFamily: latin,
    sansSerifFamily: latin,
  };
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: scale } });
  const rendered = drawing.render();
  try {
    return rendered.asPng();
  } finally {
    rendered.free();
    drawing.free();
  }
}

function bytesOf(address: string): Uint8Array {
  const text = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
