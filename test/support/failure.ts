import { FigshareError } from '../../src/figshare/error.js';

/** What a task fails with. Anything but a FigshareError is passed on, and success is a failure here. */
export async function failureOf(task: () => unknown): Promise<FigshareError> {
  let result: unknown;
  try {
    result = await task();
  } catch (error) {
    if (error instanceof FigshareError) return error;
    throw error;
  }
  throw new Error(`should have failed, but gave ${JSON.stringify(result)}`);
}
