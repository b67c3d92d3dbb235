/** A number and what it counts. */
export interface Figure {
  label: string;
  /** The number as it is seen; undefined before the answer. */
  seen: string | undefined;
  /** The number as it is heard: exact, or in words that it is not known. */
  heard: string;
}
