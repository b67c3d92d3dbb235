import { snapshotCommand } from '../../src/cli/snapshot/command.js';

/** The command by itself, for tests to run as a process. */
await snapshotCommand().parseAsync();
