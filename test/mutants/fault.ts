import { existsSync, readFileSync } from 'node:fs';

/** A replacement in a file, and the test that has to fail then. */
export interface Fault {
  /** What is wrong with it, in a sentence. */
  wrong: string;
  file: string;
  find: string;
  put: string;
  test: string;
}

/** What is wrong with a fault itself, since the code has moved on. */
export function misfit({ wrong, file, find, put, test }: Fault): string[] {
  const count = existsSync(file) ? readFileSync(file, 'utf8').split(find).length - 1 : 0;
  if (count !== 1) return [`"${wrong}" ${file} holds ${count} times ${JSON.stringify(find)}`];
  if (find === put) return [`"${wrong}" replaces nothing`];
  return existsSync(test) ? [] : [`"${wrong}" is for ${test}, which does not exist`];
}
