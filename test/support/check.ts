/** What needs no browser: the checks of the sources, and the build. Each command counts as one test. */
import { sum, type Count } from './count.js';
import { command } from './process.js';
import { step } from './steps.js';

type Command = [name: string, program: string, ...args: string[]];

/** Two at a time. */
const lanes: Command[][] = [
  [
    ['types and lint', 'oxlint'],
    ['format', 'prettier', '--check', '--log-level=warn', '.'],
    ['layers', 'depcruise', '--config=.dependency-cruiser.cjs', 'src'],
  ],
  [
    ['elements', 'eslint', '{src,demo,test}/**/*.ts', '--max-warnings=0'],
    // Its CSS checker does not know color-scheme or light-dark().
    ['templates', 'lit-analyzer', 'src/**/*.ts', '--rules.no-invalid-css', 'off'],
  ],
];

export const check = async () => sum(await Promise.all(lanes.map(inTurn)));

export const build = () => inTurn([['build', 'npm', 'run', '--silent', 'build']]);

async function inTurn(commands: Command[]): Promise<Count> {
  const counts: Count[] = [];
  for (const [name, program, ...args] of commands)
    counts.push(await step(name, () => command(name, program, args)));
  return sum(counts);
}
