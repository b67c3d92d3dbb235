/** Runs on the page that measures: Node calls `window.measure`. */
import { ways, type Draw, type Way } from './ways.js';

declare global {
  interface Window {
    measure: typeof measure;
  }
}

window.measure = measure;

/**
 * Milliseconds from nothing until so many drawings are painted.
 *
 * The network is not what is measured: one drawing is measured before, and our elements find its answer in memory,
 * while rivals are given theirs.
 */
function measure(way: Way, count: number): Promise<number> {
  return timeUntilPainted(ways[way], count);
}

/** Takes the drawings away again. */
async function timeUntilPainted(draw: Draw, count: number): Promise<number> {
  const holder = document.createElement('div');
  document.body.append(holder);
  await painted(); // all begin alike, right after a frame
  const start = performance.now();
  const isDrawn = draw(holder, count);
  // Looked at once in each frame: what is drawn by then is painted with it.
  do {
    if (performance.now() - start > 60_000) throw new Error('not drawn within a minute');
    await frame();
  } while (!isDrawn());
  await frame();
  await task();
  const end = performance.now();
  holder.remove();
  await painted();
  return end - start;
}

async function painted(): Promise<void> {
  await frame();
  await frame();
  await task();
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const task = () => new Promise((resolve) => setTimeout(resolve));
