let frame = 0;
let isAwaited = false;

/** The number of the frame that the page draws next: what was drawn in an earlier one has been seen. */
export function nextFrame(): number {
  if (!isAwaited) {
    isAwaited = true;
    requestAnimationFrame(() => {
      frame += 1;
      isAwaited = false;
    });
  }
  return frame;
}

/** Whether a frame has been drawn since. */
export function isPainted(drawnFor: number | undefined): boolean {
  return drawnFor !== undefined && drawnFor < frame;
}
