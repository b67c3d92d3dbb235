/** How many requests a host has to bear from one page at a time. */
const most = 4;

const open = new Map<string, number>();
const waiting = new Map<string, (() => void)[]>();

/**
 * Runs a task when fewer than four others run for its host, first come, first served. One that nobody wants any more by
 * then ends at once.
 *
 * @throws what the task throws
 */
export async function limited<Result>(host: string, task: () => Promise<Result>): Promise<Result> {
  await takeTurn(host);
  try {
    return await task();
  } finally {
    pass(host);
  }
}

function takeTurn(host: string): Promise<void> {
  const running = open.get(host) ?? 0;
  if (running < most) {
    open.set(host, running + 1);
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const others = waiting.get(host) ?? [];
    others.push(resolve);
    waiting.set(host, others);
  });
}

/** Hands the place on to whoever waits longest, or gives it back. */
function pass(host: string): void {
  const next = waiting.get(host)?.shift();
  if (next) next();
  else open.set(host, (open.get(host) ?? 1) - 1);
}
