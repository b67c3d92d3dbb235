/** The day that it is in tests, for a page and for the stand-in alike: no run is red because midnight came. */
const noon = Date.UTC(2026, 4, 20, 12);

/** How far the tests' clock is from the true one. */
const shift = noon - Date.now();

/** The tests' clock. Time goes by on it as ever. */
export const today = () => new Date(Date.now() + shift);

/** A script for the head of a page: sets its clock. */
export const clockScript = `<script>
  {
    const { now } = Date;
    Date = class extends Date {
      static now = () => now() + ${shift};
      constructor(...parts) {
        super(...(parts.length > 0 ? parts : [now() + ${shift}]));
      }
    };
  }
</script>`;
