/** The steps of a run as they are seen: what runs now and how far it is, and a line for each when it is done. */
import { sentence, type Count } from './count.js';

export interface Progress {
  done: number;
  /** How many there are, as far as is known. */
  of: number;
  what: 'tests' | 'pages';
}
export type Tell = (progress: Progress) => void;

interface Step {
  name: string;
  start: number;
  progress?: Progress;
}

const running = new Set<Step>();
const { stdout } = process;
let showing: NodeJS.Timeout | undefined;

/** Runs a step, beside others or alone. */
export async function step(name: string, task: (tell: Tell) => Promise<Count>): Promise<Count> {
  const step: Step = { name, start: performance.now() };
  running.add(step);
  // On a terminal one line that is written over; elsewhere a new line now and then, as a sign of life.
  showing ??= setInterval(show, stdout.isTTY ? 250 : 10_000);
  const count = await task((progress) => (step.progress = progress));
  running.delete(step);
  if (running.size === 0) {
    clearInterval(showing);
    showing = undefined;
  }
  const mark = count.failed.length === 0 ? '✓' : '✗';
  const tests = count.passed + count.skipped + count.failed.length > 1 ? `, ${sentence(count)}` : '';
  say(`${mark} ${name} (${seconds(step)} s${tests})`);
  return count;
}

/** Writes a line, or several, above what runs now. */
export function say(text: string) {
  stdout.write(`${stdout.isTTY ? '\r\x1b[K' : ''}${text}\n`);
}

function show() {
  const steps = [...running];
  if (stdout.isTTY) {
    const line = steps.map((step) => bar(step) + described(step)).join(' | ');
    stdout.write(`\r\x1b[K${line.slice(0, stdout.columns - 1)}`);
  } else say(`… ${steps.map(described).join(' | ')}`);
}

const seconds = ({ start }: Step) => ((performance.now() - start) / 1000).toFixed(1);

function described(step: Step): string {
  const { name, progress } = step;
  const how = progress ? [`${progress.done} of ${progress.of} ${progress.what}`] : [];
  return [name, ...how, `${Math.round(Number(seconds(step)))} s`].join(', ');
}

function bar({ progress }: Step): string {
  if (!progress) return '';
  const full = Math.round((16 * progress.done) / Math.max(progress.of, progress.done, 1));
  return `${'█'.repeat(full)}${'░'.repeat(16 - full)} `;
}
