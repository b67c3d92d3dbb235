import { expect } from '@open-wc/testing';
import '../../../src/define/figshare-breakdown.js';
import type { FigshareError } from '../../../src/figshare/error.js';
import {
  drawn,
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
    [...row.querySelectorAll('th, td:not([aria-hidden])')]
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

  it('keeps room for as many rows as the answer can have', async () => {
    const here = world();
    await here.faults({ path: '/*', fault: 'hang' });
    const { shadowRoot } = await mount(
      `<figshare-breakdown source="${here.url}" ${five} limit="2"></figshare-breakdown>`,
    );
    expect(shadowRoot!.querySelectorAll('tbody tr')).to.have.length(4);
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

    const nowhere = 'Place not known';
    const cases: [attributes: string, whole: number, ranked: string[], rest: string[]][] = [
      ['by="country"', 1125, ['Spain', 'Germany', 'Malta', 'Chad'], [nowhere]],
      ['limit="1"', 1125, ['Spain'], ['3 other countries', nowhere]],
      ['min-count="4"', 1125, ['Spain', 'Germany', 'Malta'], ['1 other country', nowhere]],
      ['min-count="5000"', 1125, [], ['4 other countries', nowhere]],
      [
        'by="city"',
        1125,
        ['Berlin, Germany', 'Seville, Spain', 'Madrid, Spain', 'Valletta, Malta'],
        ['Other places', nowhere],
      ],
      ['by="city" country="Spain"', 160, ['Seville', 'Madrid'], ['Other places', nowhere]],
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
      expect(labels(element)).to.deep.equal(['Spain', '3 other countries', nowhere]);
      await set('by', 'city');
      expect(labels(element)).to.deep.equal(['Berlin, Germany', 'Other places', nowhere]);
      await set('country', 'spain');
      expect(labels(element)).to.deep.equal(['Seville', 'Other places', nowhere]);
      await set('country', 'Atlantis');
      expect(seen(element)).to.contain('No views in this period');
      await set('country', 'Spain');
      expect(labels(element)).to.deep.equal(['Seville', 'Other places', nowhere]);
      expect((await here.record()).requests).to.have.length(requests.length);
      expect(loads).to.equal(0);
    });

    it('says so when it has nothing of a country, also of one that is chosen later', async () => {
      const element = await breakdown((await many()).url, `${five} by="city" country="Atlantis"`);
      expect(seen(element)).to.contain('No views in this period');
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
    const { shadowRoot } = await breakdown(here.url, `${five} limit="2"`);
    const widths = [...shadowRoot!.querySelectorAll('rect')].map((bar) => bar.getAttribute('width'));
    expect(widths).to.deep.equal(['100.00%', '60.00%']);
    const table = await breakdown(here.url, `${five} variant="table"`);
    expect(table.shadowRoot!.querySelector('rect')).to.equal(null);
  });

  it('has its title above, heads on its columns, and all of it in a sentence for a name', async () => {
    const here = await europe();
    for (const variant of ['bars', 'table']) {
      const { shadowRoot } = await breakdown(here.url, `${five} variant="${variant}"`);
      const texts = (selector: string) =>
        [...shadowRoot!.querySelectorAll(selector)].map((one) => one.textContent.trim().replace(/\s+/g, ' '));
      expect(texts('caption')).to.deep.equal(['Views by country Jan 1 – Dec 31, 2024']);
      expect(texts('th[scope=col]')).to.deep.equal(['Country', 'Views', 'Share']);
      const name = shadowRoot!.querySelector('figure')!.getAttribute('aria-labelledby')!;
      expect(texts(`#${name}`)).to.deep.equal(['20 views from 3 countries, most: Spain (50%)']);
    }
  });

  it('says of a year that ends now that it is the last one, and keeps the words of its page', async () => {
    const here = await europe();
    const titleOf = async (attributes: string) => {
      const element = await mount(
        `<figshare-breakdown source="${here.url}" item="5" loading="click" ${attributes}></figshare-breakdown>`,
      );
      return element.shadowRoot!.querySelector<HTMLElement>('.frame .title')!;
    };
    expect((await titleOf('')).textContent).to.equal('Views by country last 12 months');
    expect((await titleOf('heading="Readers"')).textContent).to.equal('Readers last 12 months');
    expect((await titleOf('heading=""')).offsetWidth).to.equal(1);
    expect((await titleOf('lang="de" by="city" metric="downloads"')).textContent).to.match(
      /^Downloads nach Stadt/,
    );
  });

  it('says what it counts, and where that is from', async () => {
    const here = await europe();
    const element = await breakdown(here.url, five);
    expect(partOf(element, 'meta')!.textContent).to.match(
      /^figshare raw counts, all versions\s+\w+\s\d+,\s\d{4}$/,
    );
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('.foot a')!;
    expect(link.href).to.equal('https://figshare.com/articles/_/5');
  });

  it('leaves no dot at the end of a line, nor at the start of one', async () => {
    const here = await europe();
    const element = await breakdown(here.url, five);
    const meta = partOf(element, 'meta')!;
    const date = meta.querySelector('.when')!;
    const words = document.createRange();
    words.selectNode([...meta.childNodes].find((node) => node.textContent!.includes('all versions'))!);
    const startsWithDate = async (width: string) => {
      element.style.inlineSize = width;
      await element.updateComplete;
      const [box, text, when] = [meta, words, date].map((one) => one.getBoundingClientRect());
      // Its dot hangs before it: over the edge of a box that cuts it off, or in the middle of the room between them.
      const isBelow = when!.top > text!.top + 10;
      if (!isBelow) expect(when!.left - text!.right).to.be.within(4, 14);
      else expect(when!.left - box!.left).to.be.within(-0.5, 0.5);
      return isBelow;
    };
    expect(await startsWithDate('40em')).to.be.false;
    expect(await startsWithDate('16em')).to.be.true;
    expect(getComputedStyle(meta).overflowX).to.match(/^(clip|hidden)$/);
    expect(getComputedStyle(date, '::before').content).to.equal('"· "');
  });

  it('fills its row with a bar, and puts that under the name where it is narrow', async () => {
    const here = await europe();
    const places = async (width: string) => {
      const element = await breakdown(here.url, five);
      element.parentElement!.style.inlineSize = width;
      const [name, track, value] = ['[part=label]', '.track', '[part=value]'].map((selector) =>
        element.shadowRoot!.querySelector(`tbody ${selector}`)!.getBoundingClientRect(),
      ) as [DOMRect, DOMRect, DOMRect];
      return { name, track, value };
    };
    const wide = await places('480px');
    expect(wide.track.left).to.be.at.least(wide.name.right);
    expect(wide.track.right).to.be.at.most(wide.value.left + 0.1);
    expect(wide.track.width).to.be.greaterThan(240);
    const narrow = await places('224px');
    expect(narrow.track.top).to.be.at.least(narrow.name.bottom);
    expect(narrow.track.width).to.be.closeTo(224, 1);
    expect(narrow.value.right).to.be.closeTo(narrow.track.right, 1);
  });

  it('keeps a bar nearer to its own name than to the next one, also under a name of two lines', async () => {
    const here = world();
    const countries = { 'Bosnia and Herzegovina': 6, Spain: 4 };
    await here.settings({ items: { 'article/5': { timeline: { views: { '2024-05-01': 10 } }, countries } } });
    const element = await breakdown(here.url, five);
    Object.assign(element.parentElement!.style, { inlineSize: '224px', fontSize: '22px' });
    const parts = (selector: string) =>
      [...element.shadowRoot!.querySelectorAll(`tbody tr:not([aria-hidden]) ${selector}`)].map((part) =>
        part.getBoundingClientRect(),
      );
    const [names, tracks] = [parts('[part=label]'), parts('.track')];
    expect(names[0]!.height).to.be.greaterThan(2 * 22);
    const above = tracks[0]!.top - names[0]!.bottom;
    expect(names[1]!.top - tracks[0]!.bottom).to.be.greaterThan(above);
  });

  it('has the status of what it shows, whichever part of the answer that is', async () => {
    const element = await breakdown((await europe()).url, `${five} by="city" country="Chad"`);
    expect(element.status).to.equal('empty');
    element.setAttribute('country', 'Spain');
    await element.updateComplete;
    expect(element.status).to.equal('ready');
    expect(element.matches(':state(ready)')).to.be.true;
    element.setAttribute('country', 'Chad');
    await element.updateComplete;
    expect(element.status).to.equal('empty');
  });

  it('is calm when nothing happened', async () => {
    const element = await breakdown(world().url, 'item="1" start="2024-01-01" end="2024-12-31"');
    expect(element.status).to.equal('empty');
    // The title says the period.
    expect(seen(element)).to.match(
      /^Views by country Jan 1 . Dec 31, 2024 No views in this period figshare raw counts, all versions$/,
    );
  });

  it('is as high before the answer as after', async () => {
    const here = await europe();
    await here.faults({ path: '/*', fault: 'hang' });
    const element = await mount(`<figshare-breakdown source="${here.url}" ${five}></figshare-breakdown>`);
    const { height } = element.getBoundingClientRect();
    await here.wait({ requests: 1 });
    await drawn();
    await here.release();
    await settled(element);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('is as high before the answer as a whole list is, wide and narrow', async () => {
    for (const width of ['480px', '224px']) {
      const here = await europe();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(
        `<figshare-breakdown source="${here.url}" ${five} limit="2"></figshare-breakdown>`,
      );
      element.parentElement!.style.inlineSize = width;
      const { height } = element.getBoundingClientRect();
      await here.wait({ requests: 1 });
      await drawn();
      await here.release();
      await settled(element);
      expect(rows(element)).to.have.length(4);
      expect(element.getBoundingClientRect().height).to.equal(height);
    }
  });

  describe('as a map', () => {
    const mapped = async (attributes = '') => {
      const here = await europe();
      const element = await breakdown(here.url, `${five} variant="map" ${attributes}`);
      await until(() => partOf(element, 'chart'), 'the map is not loaded');
      return element;
    };
    const heardIn = (element: Element) => partOf(element, 'chart')!.getAttribute('aria-valuetext');
    const textIn = (element: Element, selector: string) =>
      element.shadowRoot!.querySelector(`figure ${selector}`)!.textContent.trim();
    const press = async (element: AnyElement, key: string) => {
      partOf(element, 'chart')!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
      );
      await element.updateComplete;
    };

    it('has a name, a legend in round numbers, and what it has no room for', async () => {
      const element = await mapped();
      await expect(element).to.be.accessible();
      expect(partOf(element, 'chart')!.getAttribute('aria-labelledby')).to.equal('summary');
      const legend = element.shadowRoot!.querySelectorAll('.legend li');
      expect([...legend].map((entry) => entry.textContent.trim())).to.deep.equal([
        '0',
        '1',
        '2',
        '5or more',
        'no data',
      ]);
      expect(textIn(element, '.title')).to.match(/^Views by country/);
      expect(textIn(element, '#summary')).to.equal('20 views from 3 countries, most: Spain (50%)');
      expect(textIn(element, '.elsewhere')).to.equal('Borders: Natural Earth');
      expect(element.shadowRoot!.querySelectorAll('.dot')).to.have.length(1); // Malta
      expect(textIn(element, '.read')).to.equal('20 views');
    });

    it('is as high before the answer as after', async () => {
      for (const width of ['480px', '300px']) {
        const here = await europe();
        await here.faults({ path: '/*', fault: 'hang' });
        const element = await mount(
          `<figshare-breakdown source="${here.url}" ${five} variant="map"></figshare-breakdown>`,
        );
        element.parentElement!.style.inlineSize = width;
        const { height } = element.getBoundingClientRect();
        await here.wait({ requests: 1 });
        await drawn();
        await here.release();
        await until(() => partOf(element, 'chart'), 'the map is not drawn');
        expect(element.getBoundingClientRect().height).to.equal(height);
        element.remove();
      }
    });

    it('paints its borders as the page is, under dark text and under light', async () => {
      const element = await mapped();
      const border = () => getComputedStyle(element.shadowRoot!.querySelector('.land')!).stroke;
      const holder = element.parentElement!.style;
      holder.color = '#1c2126';
      const onWhite = border();
      holder.color = '#fff';
      expect(border()).not.to.equal(onWhite);
      holder.setProperty('--figshare-color-surface', 'rgb(1, 2, 3)');
      expect(border()).to.equal('rgb(1, 2, 3)');
    });

    it('has the styles that come with its file, also in another document, and once for all maps', async () => {
      const [element, other] = [await mapped(), await mapped()];
      const look = () => {
        const view = element.ownerDocument.defaultView!;
        return view.getComputedStyle(element.shadowRoot!.querySelector('.halo')!).pointerEvents;
      };
      expect(look()).to.equal('none');
      const frame = document.createElement('iframe');
      element.parentElement!.append(frame);
      frame.contentDocument!.body.append(element);
      expect(look()).to.equal('none');
      other.parentElement!.append(element);
      expect(look()).to.equal('none');
      const [mine, its] = [element, other].map(({ shadowRoot }) => shadowRoot!.adoptedStyleSheets);
      expect(mine).to.deep.equal(its);
      expect(new Set(mine).size).to.equal(mine!.length);
    });

    it('keeps what a finger has tapped until it taps elsewhere', async () => {
      const element = await mapped();
      const spain = element.shadowRoot!.querySelector('[data-index="0"]')!;
      const touch = (type: string, target: Element) =>
        target.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch' }));
      touch('pointerdown', spain);
      touch('pointerleave', partOf(element, 'chart')!);
      await element.updateComplete;
      expect(textIn(element, '.read')).to.equal('Spain: 10 views');
      touch('pointerdown', partOf(element, 'chart')!);
      await element.updateComplete;
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
      expect(heardIn(element)).to.equal('20 views');
      const spain = element.shadowRoot!.querySelector('[data-index="0"]')!;
      spain.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
      await element.updateComplete;
      expect(textIn(element, '.read')).to.equal('Spain: 10 views');
    });

    it('has a table of all countries behind a button, whatever the limit', async () => {
      const element = await mapped('limit="1"');
      expect(rows(element)).to.be.empty;
      partOf(element, 'button')!.click();
      await element.updateComplete;
      expect(rows(element)).to.deep.equal([
        'Spain 10 50%',
        'Germany 6 30%',
        'Malta 1 5%',
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
