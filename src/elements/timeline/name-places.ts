import { besideEnds } from '../../charts/line-ends.js';

/** Puts each name beside the end of its line. @param ends - of the lines, downwards, in pixels */
export function placeNames(within: ParentNode, ends: readonly number[]): void {
  const names = [...within.querySelectorAll<HTMLElement>('.end')];
  const room = within.querySelector<HTMLElement>('.ends')?.offsetHeight ?? 0;
  const heights = names.map((name) => name.offsetHeight);
  const firstLine = 12; // half of it: it stands at the height of the end
  const places = besideEnds(
    names.map((_, index) => (ends[index] ?? 0) - firstLine),
    heights,
    room,
  );
  // Set by script, a style is no inline style to a security policy.
  names.forEach(({ style }, index) => {
    style.gridArea = '1 / 1'; // before, they stand one under another
    style.top = `${Math.round(places[index]!)}px`;
  });
}
