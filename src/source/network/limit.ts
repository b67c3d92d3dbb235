/** How many requests a host has to bear from one page at a time. */
const most = 4;

interface Line {
  open: number;
  waiting: (() => void)[];
}

const lines = new Map<string, Line>();

/**
 * Runs a task when fewer than four others run for its host, first come, first served. One that nobody wants any more by
 * then ends at once.
 *
 * @throws what the task throws
 */
export async function limited<Result>(host: string, task: () => Promise<Result>): Promise<Result> {
  const line = lines.get(host) ?? { open: 0, waiting: [] };
  lines.set(host, line);
  if (line.open < most) line.open++;
  else await new Promise<void>((resolve) => line.waiting.push(resolve));
  try {
    return await task();
  } finally {
    // The place is handed on to whoever waits longest, or given back.
    const next = line.waiting.shift();
    if (next) next();
    else line.open--;
  }
}
