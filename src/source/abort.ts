/** What a promise comes to, or the signal's reason as soon as that aborts. What is waited for goes on. */
export async function orAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted();
  let leave!: () => void;
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/**
 * A controller that aborts when the signal does, and lets go of it once aborted itself. `AbortSignal.any` would do,
 * but WebKit's garbage collector takes a signal that only a request still holds, and the request never ends.
 */
export function following(signal: AbortSignal | undefined): AbortController {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow, { signal: controller.signal });
  return controller;
}
