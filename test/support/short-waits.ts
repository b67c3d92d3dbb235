/** The waits before a question is asked again: 0.2 to 1.2 s, by chance. */
const isWait = (milliseconds: number | undefined): milliseconds is number =>
  milliseconds !== undefined && milliseconds >= 200 && milliseconds <= 1200;

/**
 * Cuts the waits between two tries to nothing, in the tests of the suite that it is called in: a third of all time
 * would pass in them. Shorter and longer timers, such as time-outs, go as they are.
 *
 * @returns the waits of the test that runs, in milliseconds, as long as they would have been
 */
export function shortWaits(): number[] {
  const waits: number[] = [];
  const setTimeout = window.setTimeout.bind(window);
  beforeEach(() => {
    waits.length = 0;
    const shortened = (task: TimerHandler, delay?: number, ...more: unknown[]) => {
      if (!isWait(delay)) return setTimeout(task, delay, ...more);
      waits.push(delay);
      return setTimeout(task, 0, ...more);
    };
    window.setTimeout = shortened as typeof setTimeout;
  });
  afterEach(() => {
    window.setTimeout = setTimeout;
  });
  return waits;
}
