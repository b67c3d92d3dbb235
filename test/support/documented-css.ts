import { readFileSync } from 'node:fs';

/** What the README has pages add, so that they do not jump before the script has run. */
export const documentedCss = /```css\n(.*?)```/s.exec(readFileSync('README.md', 'utf8'))![1]!;
