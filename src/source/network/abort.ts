/** `throwIfAborted` of a signal, which Chrome has since version 100 and Firefox since 97. @throws the signal's reason */
export function stopIfAborted({ aborted, reason }: AbortSignal): void {
  if (aborted) throw reason;
}

/**
 * What a promise comes to, or the signal's reason as soon as that aborts. What is waited for goes on.
 *
 * @param signal - of something that ends: until then it holds all that waited with it
 */
export async function withSignal<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  stopIfAborted(signal);
  return Promise.race([promise, abortionOf(signal)]);
}

const abortions = new WeakMap<AbortSignal, Promise<never>>();

/** One for all who wait: Node takes more than ten listeners on a signal for a leak, and says so to its user. */
function abortionOf(signal: AbortSignal): Promise<never> {
  const known = abortions.get(signal);
  if (known) return known;
  const abortion = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  abortion.catch(() => undefined); // when nobody waits any more
  abortions.set(signal, abortion);
  return abortion;
}

export interface LinkedController {
  signal: AbortSignal;
  abort: () => void;
  /** From now on it does not abort any more. */
  letGo: () => void;
}

/**
 * A controller that aborts when the signal does, and lets go of it once aborted itself. `AbortSignal.any` would do,
 * but WebKit's garbage collector takes a signal that only a request still holds, and the request never ends.
 */
export function linkedController(signal: AbortSignal | undefined): LinkedController {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  const letGo = () => signal?.removeEventListener('abort', follow);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow);
  return {
    signal: controller.signal,
    abort() {
      letGo();
      controller.abort();
    },
    letGo,
  };
}
