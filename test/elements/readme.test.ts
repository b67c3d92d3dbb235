import { expect } from '@open-wc/testing';
import { FigshareBreakdown } from '../../src/elements/breakdown/figshare-breakdown.js';
import { FigshareCount } from '../../src/elements/count/figshare-count.js';
import { FigshareStats } from '../../src/elements/stats/figshare-stats.js';
import { FigshareTimeline } from '../../src/elements/timeline/figshare-timeline.js';
import { FigshareTop } from '../../src/elements/top/figshare-top.js';

const elements = [FigshareBreakdown, FigshareCount, FigshareStats, FigshareTimeline, FigshareTop];
import { languages } from '../../src/format/words/words.js';

describe('the README', () => {
  let readme = '';
  before(async () => {
    readme = await (await fetch('/README.md')).text();
  });

  it('names every attribute, and no other', () => {
    const table = readme.split('## Attributes')[1]!.split('##')[0]!;
    const cells = [...table.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell]) => cell!);
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    // Beside these, elements know names without their dashes, as React writes them.
    const known = elements.flatMap(({ observedAttributes, elementProperties }) => {
      const own = [...elementProperties.values()].map(({ attribute }) => attribute);
      return observedAttributes.filter((name) => own.includes(name) || !own.some((one) => isSame(one, name)));
    });
    expect([...new Set(named)].sort()).to.deep.equal([...new Set([...known, 'lang'])].sort());
  });

  it('names every language', () => {
    for (const language of languages) expect(readme).to.match(new RegExp(`\\b${language}\\b[,\\s]`));
  });
});

function isSame(attribute: unknown, name: string): boolean {
  return typeof attribute === 'string' && attribute.replaceAll('-', '') === name;
}
