import { InvalidArgumentError } from 'commander';
import { FigshareError } from '../figshare/error.js';

/** The command was called in a way that cannot work; nothing was asked. */
export class WrongUse extends Error {}

/** Reads what a user wrote. @throws WrongUse: it is `invalid` */
export function readInput<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof FigshareError && error.kind === 'invalid') throw new WrongUse(error.message);
    throw error;
  }
}

/** Reads an option's value. Commander names the option and the value where it is invalid. */
export function readOption<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** Reads the number that an option takes. */
export function numberFrom(least: number, most: number, { isWhole = false } = {}): (text: string) => number {
  const form = isWhole ? /^\d+$/ : /^\d*\.?\d+$/;
  return (text) => {
    const number = Number(text);
    if (form.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`);
  };
}
