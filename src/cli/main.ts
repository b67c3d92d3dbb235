#!/usr/bin/env node
/// <reference types="node" />
import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { printable } from './printable.js';
import { WrongUse } from './wrong-use.js';

/** What the command line ends with, unless all went well. */
const exitCodes = { failed: 1, wrongUse: 2 };

const commands = new Map([
  ['snapshot', async () => (await import('./snapshot/command.js')).snapshotCommand()],
  ['badge', async () => (await import('./badge.js')).badgeCommand()],
  ['relay', async () => (await import('./relay.js')).relayCommand()],
]);

const print = (text: string) => text.split('\n').map(printable).join('\n');

const program = new Command('figshare-elements')
  .description("figshare's public numbers: as a file next to a page, as an image, or from your own server")
  .version(version)
  .configureOutput({ writeErr: (text) => process.stderr.write(print(text)) })
  .exitOverride();

// Whoever reads the output may have read enough: `| head`.
process.stdout.on('error', () => process.exit());

// One command is loaded where it is named, all of them for the help that lists them.
const named = commands.get(process.argv[2] ?? '');
for (const load of named ? [named] : commands.values()) {
  program.addCommand((await load()).copyInheritedSettings(program));
}

try {
  await program.parseAsync();
} catch (error) {
  const isCommander = error instanceof CommanderError; // which has said already what is wrong
  if (!isCommander) console.error(`error: ${printable((error as Error).message)}`);
  const { exitCode } = isCommander ? error : { exitCode: exitCodes.failed };
  const isWrongUse = error instanceof WrongUse || (isCommander && exitCode !== 0);
  process.exit(isWrongUse ? exitCodes.wrongUse : exitCode);
}
