import { nextTask } from './next-task.js';

/** Elements that are drawn in one task: with more, a page would keep its reader waiting for longer than is noticed. */
const most = 100;

const waiting: (() => void)[] = [];
let drawn = 0;

/** A turn to be drawn. @returns what an element has to wait for, where it is one of many that come together */
export function turnToDraw(): Promise<void> | undefined {
  if (drawn === 0) void nextTask().then(callNext);
  if (drawn === most) return new Promise((resolve) => waiting.push(resolve));
  drawn += 1;
  return undefined;
}

function callNext(): void {
  const next = waiting.splice(0, most);
  drawn = next.length;
  if (drawn > 0) void nextTask().then(callNext);
  for (const draw of next) draw();
}
