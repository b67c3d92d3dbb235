/** What `npm run places` runs, and what it tells of each. */
import type { Workshop } from './workshop.js';

/** A real place, installed and used as its users use it. */
export interface Place {
  /** For the command line: `quill`. */
  name: string;
  title: string;
  /** @throws when the place cannot be run, or shows no number */
  run: (at: Workshop) => Promise<Outcome>;
}

export interface Outcome {
  /** Of all that was installed and matters: `Sphinx 5.3.0, MyST 0.18.1`. */
  version: string;
  /** What went in, and where: a recipe's snippet, in which of the place's fields or files. */
  ran: string;
  /** What a browser showed. */
  result: string;
  /** What is left of the six forms, where the place could take any away. */
  left?: string;
}

/** What cannot be had on machines that reach the registries of npm and Debian alone. */
export interface Absent {
  title: string;
  reason: string;
}
