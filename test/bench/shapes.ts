import type { Loading } from './loading.js';

type Shape = Omit<Loading, 'contender'>;

/** Pages that are loaded in each round. */
export const shapes = {
  slow: { count: 1, isSlow: true, answerAfter: 400 },
  one: { count: 1, answerAfter: 200 },
  twenty: { count: 20, answerAfter: 200 },
  fives: { count: 20, items: 5 },
  hundred: { count: 100 },
  thousand: { count: 1000 },
} satisfies Record<string, Shape>;

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src https:; img-src data:";

/** Pages on which something is wrong, or wanted so. They are loaded once: what they show does not vary. */
export const faults: Record<string, Omit<Shape, 'count'>> = {
  'the service says 429': { fault: 429 },
  offline: { fault: 'offline' },
  'a strict content policy': { policy },
  'the script twice': { scripts: 'twice' },
  'no script': { scripts: 'none' },
};
