/** What a repository puts on its server, of the items it holds. */
import { usual } from './choice.js';
import { fallbackWords, pageOf } from './markup.js';
import { allScript, type Release } from './fill.js';

export interface MadeFile {
  title: string;
  text: string;
}

/** Of each item, totals and months: questions that the first run asks, at one a second. */
const questionsPerItem = 2;

/** So many items stand on the test page. */
const tried = 5;

/** How long the first run takes, in words. */
export function durationOf(items: number): string {
  const minutes = Math.ceil((items * questionsPerItem) / 60);
  if (minutes < 2) return `${items * questionsPerItem} seconds`;
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

/**
 * @param items - as the command takes them: `article/766364`, DOIs
 * @param workflow - the recipe for a scheduled job, which looks through pages; here it gets the list
 */
export function repositoryFiles(items: readonly string[], workflow: string, release: Release): MadeFile[] {
  const command = 'npx figshare-elements snapshot - --out figshare.json < figshare-items.txt';
  return [
    { title: 'figshare-items.txt', text: items.join('\n') },
    { title: 'The command, for tonight and every night', text: command },
    { title: 'Or .github/workflows/figshare.yml', text: withCommand(workflow, command) },
    { title: 'figshare-test.html, beside figshare.json', text: testPage(items.slice(0, tried), release) },
  ];
}

function withCommand(workflow: string, command: string): string {
  const lines = workflow.split('\n').filter((line) => !line.trimStart().startsWith('# Quoted'));
  return lines
    .map((line) => line.replace(/npx figshare-elements snapshot .*/, command))
    .join('\n')
    .trim();
}

function testPage(items: readonly string[], release: Release): string {
  const rows = items.map((item) => {
    const link = `<a href="${pageOf(item)}">${fallbackWords}</a>`;
    return `<p>${item} <figshare-stats item="${item}">${link}</figshare-stats> <figshare-timeline item="${item}"></figshare-timeline></p>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>figshare numbers: a test</title>
<meta name="figshare-source" content="figshare.json">
${allScript(usual, release)}
${rows.join('\n')}
</html>`;
}
