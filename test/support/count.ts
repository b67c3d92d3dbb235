/** How many tests went which way. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const passed: Count = { passed: 1, failed: 0, skipped: 0 };
export const failed: Count = { passed: 0, failed: 1, skipped: 0 };

export function sum(counts: Count[]): Count {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of counts) {
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
  return total;
}

export const sentence = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
