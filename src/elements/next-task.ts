let upcoming: Promise<void> | undefined;

/** Resolves a task later. One timer serves all that wait together. */
export function nextTask(): Promise<void> {
  upcoming ??= new Promise((resolve) => {
    setTimeout(() => {
      upcoming = undefined;
      resolve();
    });
  });
  return upcoming;
}
