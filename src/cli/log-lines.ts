/// <reference types="node" />
import type { LogLine } from '../relay/options.js';

/** Milliseconds. */
const pause = 100;
/** Characters that are gathered at most: longer texts cost more than the writes that they save. */
const most = 64_000;

/** Writes lines to standard error, those of some moments at once: a write of each costs as much as what it tells of. */
export function logLines(): (line: LogLine) => void {
  let gathered = '';
  const write = () => {
    if (gathered) process.stderr.write(gathered);
    gathered = '';
  };
  setInterval(write, pause).unref();
  process.once('exit', write);
  return (line) => {
    gathered += textOf(line);
    if (gathered.length > most) write();
  };
}

/** JSON in a third of the time that `JSON.stringify` takes for the whole. */
function textOf({ time, method, path, status, ms, cache }: LogLine): string {
  const asked = `"method":${JSON.stringify(method)},"path":${JSON.stringify(path)}`;
  return `{"time":"${time}",${asked},"status":${status},"ms":${ms},"cache":"${cache}"}\n`;
}
