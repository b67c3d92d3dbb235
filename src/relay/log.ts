/** One request, as it is logged: nothing about who asked, and nothing of what was posted. */
export interface LogLine {
  time: string;
  method: string;
  /** With its query where it was recognised; cut short where it was not. */
  path: string;
  status: number;
  ms: number;
  /** Where the answer came from. */
  cache: string;
}

export type Log = (line: LogLine) => void;
