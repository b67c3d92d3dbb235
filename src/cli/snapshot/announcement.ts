/**
 * Seconds that a run takes at the least: the first request is made at once, each other one when its turn comes. How long
 * the service takes for its answers, or asks to wait, nobody knows before.
 *
 * @param rate - requests a second
 */
export function leastTime(requests: number, rate: number): number {
  return Math.max(0, requests - 1) / rate;
}

/** What a run says of itself before it asks: "5000 requests, at least 83 minutes". */
export function announcementOf(requests: number, rate: number): string {
  const seconds = Math.floor(leastTime(requests, rate));
  const time = seconds > 0 ? `, at least ${durationOf(seconds)}` : '';
  return counted(requests, 'request') + time;
}

/** Never longer than it is, and no unit of which there are so few that much is lost. */
function durationOf(seconds: number): string {
  const [minutes, hours] = [Math.floor(seconds / 60), Math.floor(seconds / 3600)];
  if (minutes < 2) return counted(seconds, 'second');
  return hours < 10 ? counted(minutes, 'minute') : counted(hours, 'hour');
}

function counted(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
