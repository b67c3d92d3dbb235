import { expect } from '@open-wc/testing';
import '../../../src/define/figshare-breakdown.js';
import type { FigshareError } from '../../../src/figshare/error.js';
import {
  mount,
  mountSettled,
  partOf,
  seen,
  settled,
  until,
  type AnyElement,
} from '../../support/elements.js';
import { world } from '../../support/worlds.js';
import { keepsItsPromises } from '../promises.js';

const year = 'item="766364" start="2015-01-01" end="2015-12-31"';
const breakdown = (source: string, attributes = year) =>
  mountSettled(`<figshare-breakdown source="${source}" ${attributes}></figshare-breakdown>`);
const rows = (element: Element) =>
  [...element.shadowRoot!.querySelectorAll('tr[part=row]')].map((row) =>
    [...row.querySelectorAll('th, td:not(:has(svg))')]
      .map((cell) => cell.textContent.trim())
      .filter(Boolean)
      .join(' '),
  );

async function europe() {
  const here = world();
  const countries = { Spain: { Seville: 5, Unkown: 2, total: 10 }, Germany: 6, Malta: 1, Unknown: 3 };
  const views = { '2024-05-01': 20 };
  await here.settings({ items: { 'article/5': { timeline: { views }, countries } } });
  return here;
}
const five = 'item="5" start="2024-01-01" end="2024-12-31"';

describe('<figshare-breakdown>', () => {
  keepsItsPromises({
    tag: 'figshare-breakdown',
    asks: year,
    sees: /United States 5,542/,
    otherItem: '1130885',
    seesOther: /United States 3,039/,
    isBlock: true,
    badBody: { breakdown: { total: { Spain: 'many' } } },
  });

  it('lists countries, the rest, and what is not known; they sum to the whole', async () => {
    const here = await europe();
    expect(rows(await breakdown(here.url, `${five} limit="2"`))).to.deep.equal([
      'Spain 10 50%',
      'Germany 6 30%',
      '1 other country 1 5%',
      'Place not known 3 15%',
    ]);
  });

  it('lists cities of a country', async () => {
    const here = await europe();
    expect(rows(await breakdown(here.url, `${five} by="city" country="Spain"`))).to.deep.equal([
      'Seville 5 50%',
      'Other places 3 30%',
      'Place not known 2 20%',
    ]);
  });

  describe('of many places', () => {
    const places = {
      Unknown: 900,
      Spain: { Seville: 50, Unkown: 80, Unknown: 7, Madrid: 20, total: 160 },
      Germany: { Berlin: 60, total: 60 },
      Malta: { Valletta: 3, total: 4 },
      Chad: 1,
    };
    const many = async () => {
      const here = world();
      const views = { '2024-05-01': 1125 };
      await here.settings({ items: { 'article/5': { timeline: { views }, countries: places } } });
      return here;
    };
    const texts = (element: Element, part: string) =>
      [...element.shadowRoot!.querySelectorAll(`tr[part=row] [part=${part}]`)].map((one) =>
        one.textContent.trim(),
      );
    const labels = (element: Element) => texts(element, 'label');

    const cases: [attributes: string, whole: number, ranked: string[], rest: string[]][] = [
      ['by="country"', 1125, ['Spain', 'Germany', 'Malta', 'Chad'], ['unknown place']],
      ['limit="1"', 1125, ['Spain'], ['other', 'unknown place']],
      ['min-count="4"', 1125, ['Spain', 'Germany', 'Malta'], ['other', 'unknown place']],
      ['min-count="5000"', 1125, [], ['other', 'unknown place']],
      [
        'by="city"',
        1125,
        ['Berlin, Germany', 'Seville, Spain', 'Madrid, Spain', 'Valletta, Malta'],
        ['other', 'unknown place'],
      ],
      ['by="city" country="Spain"', 160, ['Seville', 'Madrid'], ['other', 'unknown place']],
      ['by="city" country="Germany" limit="3"', 60, ['Berlin'], []],
    ];
    for (const [attributes, whole, ranked, rest] of cases) {
      it(`ranks no unknown one, and sums to the whole: ${attributes}`, async () => {
        const here = await many();
        for (const variant of ['bars', 'table']) {
          const element = await breakdown(here.url, `${five} ${attributes} variant="${variant}"`);
          expect(labels(element)).to.deep.equal([...ranked, ...rest]);
          const numbers = texts(element, 'value').map((text) => Number(text.replaceAll(',', '')));
          expect(numbers.reduce((before, number) => before + number, 0)).to.equal(whole);
          const bars = element.shadowRoot!.querySelectorAll('tr[part=row] [part=bar]');
          expect(bars).to.have.length(variant === 'bars' ? ranked.length : 0);
        }
      });
    }

    it('shows others without asking anew or telling the page of them', async () => {
      const here = await many();
      const element = await breakdown(here.url, five);
      const { requests } = await here.record();
      let loads = 0;
      element.addEventListener('figshare-load', () => (loads += 1));
      const set = async (name: string, value: string) => {
        element.setAttribute(name, value);
        await element.updateComplete;
      };
      await set('limit', '1');
      expect(labels(element)).to.deep.equal(['Spain', 'other', 'unknown place']);
      await set('by', 'city');
      expect(labels(element)).to.deep.equal(['Berlin, Germany', 'other', 'unknown place']);
      await set('country', 'spain');
      expect(labels(element)).to.deep.equal(['Seville', 'other', 'unknown place']);
      await set('country', 'Atlantis');
      expect(seen(element)).to.contain('no views in this period');
      await set('country', 'Spain');
      expect(labels(element)).to.deep.equal(['Seville', 'other', 'unknown place']);
      expect((await here.record()).requests).to.have.length(requests.length);
      expect(loads).to.equal(0);
    });

    it('says so when it has nothing of a country, also of one that is chosen later', async () => {
      const element = await breakdown((await many()).url, `${five} by="city" country="Atlantis"`);
      expect(seen(element)).to.contain('no views in this period');
      element.setAttribute('country', 'Spain');
      await element.updateComplete;
      expect(labels(element)[0]).to.equal('Seville');
    });
  });

  it('names countries in the language of the page', async () => {
    const here = await europe();
    expect(rows(await breakdown(here.url, `${five} lang="de"`))[0]).to.match(/^Spanien 10 50\s%$/);
    expect(rows(await breakdown(here.url, `${five} lang="ja"`))[1]).to.match(/^ドイツ 6/);
  });

  it('draws bars as long as their numbers, none for the rest, and none in a table', async () => {
    const here = await europe();
    const widths = [
      ...(await breakdown(here.url, `${five} limit="2"`)).shadowRoot!.querySelectorAll('rect'),
    ].map((bar) => bar.getAttribute('width'));
    expect(widths).to.deep.equal(['100.00%', '60.00%']);
    const table = await breakdown(here.url, `${five} variant="table"`);
    expect(table.shadowRoot!.querySelector('rect')).to.equal(null);
  });

  it('says what it shows and counts', async () => {
    const here = await europe();
    const element = await breakdown(here.url, five);
    expect(partOf(element, 'summary')!.textContent.trim()).to.equal('Views by country');
    expect(partOf(element, 'meta')!.textContent).to.match(/Jan 1\s.\sDec 31, 2024 · figshare raw counts/);
    expect(partOf(element, 'meta')!.getAttribute('href')).to.equal('https://figshare.com/articles/_/5');
  });

  it('is calm when nothing happened', async () => {
    const element = await breakdown(world().url, 'item="1" start="2024-01-01" end="2024-12-31"');
    expect(element.status).to.equal('empty');
    expect(seen(element)).to.contain('no views in this period');
  });

  it('is as high before the answer as after', async () => {
    const here = await europe();
    await here.faults({ path: '/*', fault: 'hang' });
    const element = await mount(`<figshare-breakdown source="${here.url}" ${five}></figshare-breakdown>`);
    const { height } = element.getBoundingClientRect();
    await here.wait({ requests: 1 });
    await here.release();
    await settled(element);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('keeps as much room as a whole list takes', async () => {
    const here = await europe();
    const element = await breakdown(here.url, `${five} limit="2"`);
    const [kept, taken] = [...element.shadowRoot!.querySelectorAll('figure')].map(
      (figure) => figure.querySelector('table')!.getBoundingClientRect().height,
    );
    expect(kept).to.equal(taken);
  });

  describe('as a map', () => {
    const mapped = async (attributes = '') => {
      const here = await europe();
      const element = await breakdown(here.url, `${five} variant="map" ${attributes}`);
      await until(() => partOf(element, 'chart'), 'the map is not loaded');
      return element;
    };
    const heardIn = (element: Element) => textIn(element, '[aria-live]');
    const textIn = (element: Element, selector: string) =>
      element.shadowRoot!.querySelector(`span:not(.reserved) > figure ${selector}`)!.textContent.trim();
    const press = async (element: AnyElement, key: string) => {
      partOf(element, 'chart')!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
      );
      await element.updateComplete;
    };

    it('is one image, with a legend in round numbers and what it has no room for', async () => {
      const element = await mapped();
      expect(partOf(element, 'chart')!.getAttribute('role')).to.equal('img');
      await expect(element).to.be.accessible(); // so it has a name
      const legend = element.shadowRoot!.querySelectorAll('span:not(.reserved) > figure .legend li');
      expect([...legend].map((entry) => entry.textContent.trim())).to.deep.equal([
        '0',
        '1',
        '2–4',
        '5+',
        'no data',
      ]);
      expect(textIn(element, '.elsewhere')).to.equal('Not on the map: Malta 1');
      expect(textIn(element, '.read')).to.equal('20 views');
    });

    it('is read by keys, the largest country first, and by the pointer', async () => {
      const element = await mapped();
      await press(element, 'ArrowRight');
      expect(heardIn(element)).to.equal('Spain: 10 views');
      await press(element, 'ArrowRight');
      expect(heardIn(element)).to.equal('Germany: 6 views');
      await press(element, 'End');
      expect(heardIn(element)).to.equal('Somaliland: no data');
      await press(element, 'Escape');
      expect(heardIn(element)).to.equal('');
      const spain = element.shadowRoot!.querySelector('[data-index="0"]')!;
      spain.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
      await element.updateComplete;
      expect(textIn(element, '.read')).to.equal('Spain: 10 views');
      expect(heardIn(element)).to.equal('');
    });

    it('has the same table behind a button', async () => {
      const element = await mapped('limit="2"');
      expect(rows(element)).to.be.empty;
      partOf(element, 'button')!.click();
      await element.updateComplete;
      expect(rows(element)).to.deep.equal([
        'Spain 10 50%',
        'Germany 6 30%',
        '1 other country 1 5%',
        'Place not known 3 15%',
      ]);
    });

    it('shows countries only: cities stay bars, with a warning', async () => {
      const element = await breakdown((await europe()).url, `${five} variant="map" by="city"`);
      expect(rows(element)[0]).to.match(/^Germany|^Seville/);
      expect(partOf(element, 'chart')).to.equal(null);
    });
  });

  const wrong: [attributes: string, names: RegExp][] = [
    ['metric="citations"', /metric.*"citations"/],
    ['by="planet"', /by.*"planet"/],
    ['limit="0"', /limit.*"0"/],
    ['limit="many"', /limit.*"many"/],
    ['country="Spain"', /country.*"Spain"/],
    ['min-count="few"', /min-count.*"few"/],
    ['start="2024-02-30"', /start.*"2024-02-30"/],
  ];
  for (const [attributes, names] of wrong) {
    it(`is invalid, and asks nobody: ${attributes}`, async () => {
      const here = world();
      const element = await mount(
        `<figshare-breakdown source="${here.url}" item="5" ${attributes}></figshare-breakdown>`,
      );
      const { detail } = await settled<FigshareError>(element);
      expect(detail.kind).to.equal('invalid');
      expect(detail.message).to.match(names);
      expect((await here.record()).requests).to.be.empty;
    });
  }
});
