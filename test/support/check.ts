/** What needs no browser: the checks of the sources, and the build. Each command counts as one test. */
import { sum, type Count } from './count.js';
import { command } from './process.js';
import { step } from './steps.js';

type Command = [name: string, program: string, ...args: string[]];

/** Two at a time: lint takes as long as all the others. */
const lanes: Command[][] = [
  [['lint', 'eslint', '.', '--max-warnings=0']],
  [
    ['types', 'tsc'],
    // Its CSS checker does not know color-scheme or light-dark().
    ['templates', 'lit-analyzer', 'src/**/*.ts', '--rules.no-invalid-css', 'off'],
    ['format', 'prettier', '--check', '--log-level=warn', '.'],
    ['layers', 'depcruise', '--config=.dependency-cruiser.cjs', 'src'],
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
