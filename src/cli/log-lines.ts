/// <reference types="node" />
import type { Writable } from 'node:stream';
import type { LogLine } from '../relay/options.js';

/** Milliseconds. */
const pause = 100;
/** Bytes that are gathered at most: what a pipe takes at once. The relay refuses addresses before a line is as long. */
const most = 65_536;
/** Bytes that wait at most for whoever reads the log, besides: some seconds of a relay that is asked all it can take. */
const mostWaiting = 8_000_000;

/**
 * Writes lines to a stream, those of some moments at once: a write of each costs as much as what it tells of. They are
 * gathered as bytes: the garbage collector copied a string of thousands of pieces each time it ran.
 *
 * Where they are read more slowly than they come, some are left out and counted: a relay must neither wait for its log
 * nor keep it.
 */
export function logLines(stream: Writable = process.stderr): (line: LogLine) => void {
  const gathered = Buffer.allocUnsafe(most);
  let length = 0;
  let lines = 0;
  let leftOut = 0;
  const write = () => {
    if (stream.writableLength > mostWaiting) {
      leftOut += lines;
    } else {
      if (leftOut > 0) stream.write(`${leftOut} lines of this log were left out: it is read too slowly\n`);
      leftOut = 0;
      // A copy, since not every system has taken it when this returns.
      if (lines > 0) stream.write(Buffer.from(gathered.subarray(0, length)));
    }
    length = 0;
    lines = 0;
  };
  setInterval(write, pause).unref();
  process.once('exit', write);
  return (line) => {
    const text = textOf(line);
    if (length + Buffer.byteLength(text) > most) write();
    length += gathered.write(text, length);
    lines += 1;
  };
}

/** JSON in a third of the time that `JSON.stringify` takes for the whole. */
function textOf({ time, method, path, status, ms, cache }: LogLine): string {
  const asked = `"method":${JSON.stringify(method)},"path":${JSON.stringify(path)}`;
  return `{"time":"${time}",${asked},"status":${status},"ms":${ms},"cache":"${cache}"}\n`;
}
