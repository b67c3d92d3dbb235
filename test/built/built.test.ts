/** What the tests of the elements rely on when they run on the built files; and the file for classic scripts. */
import { expect, oneEvent } from '@open-wc/testing';
import '../../src/define/all.js';
import { seen } from '../support/elements.js';
import { world } from '../support/worlds.js';

const year = 'start="2015-01-01" end="2015-12-31"';
const examples: [tag: string, attributes: string, sees: RegExp][] = [
  ['figshare-stats', 'item="766364"', /46,088/],
  ['figshare-timeline', `item="766364" ${year}`, /14,305 views/],
  ['figshare-breakdown', `item="766364" ${year}`, /United States 5,542/],
  ['figshare-top', 'by="referral" item="766364" start="2014-01-01" end="2016-12-31"', /google\.com 13,369/],
  ['figshare-count', 'item="327"', /20/],
];

/** A page of its own, in which nothing but the classic script has run. */
async function classicPage(): Promise<Document> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentDocument!;
  const script = page.createElement('script');
  script.src = '/dist/cdn/figshare-elements.iife.js';
  page.head.append(script);
  await oneEvent(script, 'load');
  return page;
}

describe('the built files', () => {
  it('stand in for the sources on this page', () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    expect(loaded.filter((path) => path.startsWith('/src/'))).to.be.empty;
    for (const [tag] of examples) expect(customElements.get(tag), tag).to.be.a('function');
  });

  for (const [tag, attributes, sees] of examples) {
    it(`draw <${tag}> as a classic script`, async () => {
      const { body } = await classicPage();
      body.innerHTML = `<${tag} ${attributes} source="${world().url}" loading="eager"></${tag}>`;
      await oneEvent(body, 'figshare-load');
      expect(seen(body.firstElementChild!)).to.match(sees);
    });
  }
});
