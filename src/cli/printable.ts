/**
 * A line for a terminal or a log. Titles, pages and answers may hold characters that move the cursor, end the line or turn
 * its order around: each is written as its code, `\u{1b}`.
 */
export function printable(line: string): string {
  return line.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
