import { withSignal } from './abort.js';

interface SharedTask {
  result: Promise<unknown>;
  askers: number;
  controller: AbortController;
}

const tasks = new Map<string, SharedTask>();

/**
 * Lets equal questions that are asked at the same time share one answer. A question ends early only when the
 * last of its askers has left.
 *
 * @throws what the task throws; the signal's reason when that aborts, whatever the others do
 */
export async function joined<Result>(
  key: string,
  task: (signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result> {
  const shared = tasks.get(key) ?? started(task);
  tasks.set(key, shared);
  shared.askers++;
  try {
    return (await withSignal(shared.result, signal)) as Result;
  } finally {
    if (--shared.askers === 0) {
      tasks.delete(key);
      shared.controller.abort(signal.reason);
    }
  }
}

function started(task: (signal: AbortSignal) => Promise<unknown>): SharedTask {
  const controller = new AbortController();
  return { result: task(controller.signal), askers: 0, controller };
}
