/** How many tests went which way, which ones failed, and which took longest. */
export interface Count {
  passed: number;
  /** A line or more for each: where, which, why. */
  failed: string[];
  skipped: number;
  /** The longest first, ten at most. */
  slowest?: Case[];
}

/** One test: where and which, and how long it took. */
export interface Case {
  name: string;
  seconds: number;
}

/** What a test did not expect may be millions of characters long. */
const longestFailure = 10_000;

export const passed: Count = { passed: 1, failed: [], skipped: 0 };
export const failed = (...failures: string[]): Count => ({
  passed: 0,
  failed: failures.map((text) => text.slice(0, longestFailure)),
  skipped: 0,
});

export const sum = (counts: Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.flatMap(({ failed }) => failed),
  skipped: counts.reduce((total, { skipped }) => total + skipped, 0),
  slowest: counts
    .flatMap(({ slowest = [] }) => slowest)
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, 10),
});

export const sentence = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed.length} failed, ${skipped} skipped`;
