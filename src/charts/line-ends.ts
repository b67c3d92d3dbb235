/**
 * Where the names of lines stand, that would stand at their ends: no two over each other, and all inside.
 *
 * @param ends - of the lines, downwards, where a name would begin
 * @param heights - of the names
 * @param room - of the chart
 */
export function besideEnds(ends: readonly number[], heights: readonly number[], room: number): number[] {
  const places = [...ends];
  const order = [...ends.keys()].sort((one, next) => ends[one]! - ends[next]!);
  let top = 0;
  for (const index of order) {
    places[index] = Math.max(places[index]!, top);
    top = places[index] + heights[index]!;
  }
  let bottom = room;
  for (const index of order.reverse()) {
    places[index] = Math.max(0, Math.min(places[index]!, bottom - heights[index]!));
    bottom = places[index]!;
  }
  return places;
}
