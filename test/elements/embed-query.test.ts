import { expect } from '@open-wc/testing';
import { embedNames, elementNames } from '../../src/figshare/embed-query.js';
import { FigshareBreakdown } from '../../src/elements/breakdown/figshare-breakdown.js';
import { FigshareCount } from '../../src/elements/count/figshare-count.js';
import { FigshareStats } from '../../src/elements/stats/figshare-stats.js';
import { FigshareTimeline } from '../../src/elements/timeline/figshare-timeline.js';
import { FigshareTop } from '../../src/elements/top/figshare-top.js';

const classes = {
  stats: FigshareStats,
  timeline: FigshareTimeline,
  breakdown: FigshareBreakdown,
  top: FigshareTop,
  count: FigshareCount,
};

/** The page that holds an element says these: who answers, when, and where it may lead. */
const pages = ['source', 'loading', 'remember', 'href'];

describe('the attributes of an embed page', () => {
  for (const name of elementNames) {
    it(`are those of <figshare-${name}>, but for what the page says`, () => {
      const own = classes[name].observedAttributes;
      // React's spelling of those with a dash stands beside them.
      const spelt = own.filter(
        (one) => !own.some((other) => other !== one && other.replaceAll('-', '') === one),
      );
      const expected = spelt.filter((one) => !pages.includes(one));
      expect([...embedNames(name)].sort()).to.deep.equal([...new Set([...expected, 'lang'])].sort());
    });
  }
});
