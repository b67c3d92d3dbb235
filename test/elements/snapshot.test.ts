import { expect } from '@open-wc/testing';
import '../../src/define/all.js';
import { details, mountSettled, partOf, seen } from '../support/elements.js';
import { world } from '../support/worlds.js';

const longAgo = '2024-11-20T08:00:00.000Z';

/** A page beside which such a file lies. */
async function fileWith(answers: Record<string, object>, retrieved = longAgo): Promise<string> {
  const here = world();
  const held = Object.entries(answers).map(([key, answer]) => [key, { retrieved, ...answer }]);
  const body = { 'figshare-elements': 1, retrieved, answers: Object.fromEntries(held) as object };
  await here.faults({ path: '/figshare.json', fault: 'body', body });
  return `${here.url}/figshare.json`;
}

describe('from a snapshot', () => {
  it('a timeline ends with the last day of the file, and says as of when', async () => {
    const source = await fileWith({
      '/timeline/day/views/article/5': {
        body: { timeline: { '2024-11-18': 4, '2024-11-20': 2 } },
        start: '2024-10-20',
        end: '2024-11-20',
      },
    });
    const element = await mountSettled(
      `<figshare-timeline item="5" granularity="day" start="2024-11-17" source="${source}"></figshare-timeline>`,
    );
    expect(seen(element)).to.equal('6 views in 4 days');
    const told = await details(element);
    expect(told).to.match(/Nov 17\s.\s20, 2024: 6 views/);
    expect(told).to.match(/all versions ?Nov 17\s.\s20, 2024 ?as of Nov 20, 2024/);
  });

  it('numbers are of the time before it was taken where the reader’s clock is a year behind', async () => {
    const year = 'start_date=2026-06-01&end_date=2027-05-20';
    const source = await fileWith(
      {
        '/timeline/month/views/article/5': {
          body: { timeline: { '2026-07': 4, '2027-05': 2 } },
          start: '2026-06-01',
          end: '2027-05-20',
        },
        [`/breakdown/total/views/article/5?${year}`]: {
          body: { breakdown: { total: { Spain: { total: 8 } } } },
        },
      },
      '2027-05-20T08:00:00.000Z',
    );
    const timeline = await mountSettled(
      `<figshare-timeline item="5" source="${source}"></figshare-timeline>`,
    );
    expect(seen(timeline)).to.equal('6 views in 12 months');
    const told = await details(timeline);
    expect(told).to.match(/Jun 1, 2026\s.\sMay 20, 2027 ?as of May 20, 2027/);
    const stats = await mountSettled(
      `<figshare-stats item="5" metrics="views" start="2026-01-01" source="${source}"></figshare-stats>`,
    );
    expect(stats.status).to.equal('error'); // of what it does not hold
    const breakdown = await mountSettled(
      `<figshare-breakdown item="5" source="${source}"></figshare-breakdown>`,
    );
    expect(seen(breakdown)).to.contain('Spain 8');
  });

  it('a breakdown is of the twelve months that ended with the file', async () => {
    const key = '/breakdown/total/views/article/5?start_date=2023-12-01&end_date=2024-11-20';
    const source = await fileWith({ [key]: { body: { breakdown: { total: { Spain: { total: 8 } } } } } });
    const element = await mountSettled(
      `<figshare-breakdown item="5" source="${source}"></figshare-breakdown>`,
    );
    const title = element.shadowRoot!.querySelector('.title')!.textContent;
    expect(title).to.match(/^Views by country\s+Dec 1, 2023\s.\sNov 20, 2024$/);
    expect(partOf(element, 'meta')!.textContent).to.match(/all versions\s+Nov\s20,\s2024$/);
  });

  it('names of a top list are in the file, too', async () => {
    const source = await fileWith({
      '/top/views/article?count=1': { body: { top: { '41234567': 9 } } },
      '/v2/articles/41234567': { body: { title: 'Wheat', url_public_html: 'https://figshare.com/x' } },
    });
    const element = await mountSettled(`<figshare-top limit="1" source="${source}"></figshare-top>`);
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(seen(element)).to.contain('Wheat').and.to.contain('9');
  });
});
