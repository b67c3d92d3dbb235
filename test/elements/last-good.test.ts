import { expect } from '@open-wc/testing';
import '../../src/define/all.js';
import { mountSettled } from '../support/elements.js';
import { world } from '../support/worlds.js';

/** Questions whose period ends today, and so is another one tomorrow. */
const questions = [
  '<figshare-timeline item="5"',
  '<figshare-timeline item="5" granularity="day"',
  '<figshare-breakdown item="5"',
  '<figshare-top by="category"',
  '<figshare-stats item="5" start="2020-01-01"',
];

describe('the last good number', () => {
  const { Date: TodaysDate } = window;
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    window.Date = TodaysDate;
    localStorage.clear();
  });

  for (const tag of questions) {
    const end = `></${/^<([\w-]+)/.exec(tag)![1]}>`;
    it(`is still there the next day: ${tag}`, async () => {
      const here = world();
      await here.settings({ items: { 'article/5': { views: 5000, downloads: 500, from: '2024-01-01' } } });
      const fresh = await mountSettled(`${tag} source="${here.url}" remember${end}`);
      expect(fresh.status).to.equal('ready');
      fresh.remove();

      const failing = world();
      await failing.faults({ path: '/*', fault: '503' });
      const stored = localStorage.getItem('figshare-elements')!;
      localStorage.setItem('figshare-elements', stored.replaceAll(here.url, failing.url));
      window.Date = tomorrow(TodaysDate);
      const stale = await mountSettled(`${tag} source="${failing.url}" remember${end}`);
      expect(stale.status).to.equal('stale');
    });
  }
});

function tomorrow(Today: DateConstructor): DateConstructor {
  const day = 24 * 60 * 60 * 1000;
  return class extends Today {
    static override now = () => Today.now() + day;
    constructor(...parts: unknown[]) {
      super(...((parts.length > 0 ? parts : [Today.now() + day]) as [number]));
    }
  } as DateConstructor;
}
