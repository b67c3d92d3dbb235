import { expect, fixture } from '@open-wc/testing';
import '../../../src/define/figshare-timeline.js';
import type { FigshareError } from '../../../src/figshare/error.js';
import {
  details,
  drawn,
  mount,
  mountSettled,
  partOf,
  seen,
  settled,
  until,
  type AnyElement,
} from '../../support/elements.js';
import { world, type PageWorld } from '../../support/worlds.js';
import { keepsItsPromises } from '../promises.js';

/** Recorded: 967, 6867, 14305 and 17026 views. */
const recorded = 'item="766364" granularity="year" start="2013-01-01" end="2016-12-31"';

const timeline = (here: PageWorld, attributes = recorded) =>
  mountSettled(`<figshare-timeline source="${here.url}" ${attributes}></figshare-timeline>`);

/** A world in which article 5 has these views and downloads by day. */
async function worldOf(views: Record<string, number>, downloads: Record<string, number> = {}) {
  const here = world();
  await here.settings({ items: { 'article/5': { timeline: { views, downloads } } } });
  return here;
}
const spring = { '2024-03-05': 3, '2024-04-01': 1, '2024-04-30': 1, '2024-06-30': 7 };
const five = 'item="5" start="2024-03-01" end="2024-06-30"';

const texts = (element: Element, selector: string) =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((one) => one.textContent.trim());
const rows = (element: Element) =>
  [...partOf(element, 'table')!.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => cell.textContent),
  );
const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
const summary = (element: Element) => words(partOf(element, 'summary')?.textContent);
/** What is in a line says more in its popover. */
async function opened(element: AnyElement): Promise<AnyElement> {
  if (!element.matches(':state(block)')) await details(element);
  return element;
}
/** What takes the keys. */
const target = (element: Element) => element.shadowRoot!.querySelector('canvas') ?? partOf(element, 'base')!;
/** What is told of the point that is read: a chart is a slider; of none it tells the whole period. */
const spoken = (element: Element) => {
  const value = target(element).getAttribute('aria-valuetext');
  return value === null ? texts(element, '[aria-live]')[0] : value.replace(/^39,165 views in 4 years$/, '');
};

async function drawnOf(element: AnyElement): Promise<void> {
  // A canvas has a width before anything is drawn; Chart.js gives it a style.
  await until(() => element.shadowRoot!.querySelector('canvas')?.style.display, 'the chart is not drawn');
}

async function press(element: AnyElement, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    target(element).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
    await element.updateComplete;
  }
}

describe('<figshare-timeline>', () => {
  keepsItsPromises({
    tag: 'figshare-timeline',
    asks: recorded,
    sees: /39,165 views in 4 years/,
    otherItem: '1130885',
    seesOther: /in 4 years/,
    badBody: { timeline: { yesterday: 3 } },
  });

  for (const variant of ['sparkline', 'bars', 'chart'] as const) {
    describe(`as ${variant}`, () => {
      it('says in one sentence what it shows', async () => {
        const element = await opened(await timeline(world(), `${recorded} variant="${variant}"`));
        if (variant === 'chart') await drawnOf(element);
        expect(summary(element)).to.match(
          /^Jan 1, 2013\s–\sDec 31, 2016: 39,165 views, most in 2016 \(17,026\), rising\.$/,
        );
        const drawn = element.shadowRoot!.querySelector('canvas, svg[part=chart]')!;
        expect(drawn.getAttribute(variant === 'chart' ? 'aria-labelledby' : 'aria-hidden')).to.equal(
          variant === 'chart' ? 'summary' : 'true',
        );
        expect(element.shadowRoot!.querySelectorAll('#summary')).to.have.length(1);
      });

      it('shows the total of its period', async () => {
        const element = await timeline(world(), `${recorded} variant="${variant}"`);
        expect(seen(element)).to.contain(variant === 'chart' ? '39,165 views' : '39,165 views in 4 years');
      });

      it('is read by key: there, back, first, last, and no further', async () => {
        const element = await timeline(world(), `${recorded} variant="${variant}"`);
        if (variant === 'chart') await drawnOf(element);
        const steps: [string, RegExp][] = [
          ['ArrowRight', /^2013: 967 views$/],
          ['ArrowRight', /^2014: 6,867 views$/],
          ['End', /^2016: 17,026 views$/],
          ['ArrowRight', /^2016/],
          ['ArrowLeft', /^2015: 14,305 views$/],
          ['Home', /^2013/],
          ['ArrowLeft', /^2013/],
          ['a', /^2013/],
          ['Escape', /^$/],
          ['ArrowLeft', /^2016/],
        ];
        for (const [key, said] of steps) {
          await press(element, key);
          expect(spoken(element), key).to.match(said);
        }
        await press(element, 'Home');
        if (variant !== 'chart') {
          expect(seen(element)).to.match(/39,165 views in 4 years$/);
          expect(await details(element)).to.match(/^2013: 967 views/);
        }
      });

      it('is calm when nothing happened', async () => {
        const here = world();
        const element = await timeline(here, `item="1" variant="${variant}"`);
        expect(element.status).to.equal('empty');
        expect(seen(element)).to.match(/no views in this period/i);
        expect(partOf(element, 'table') === null).to.be.true;
        expect(element.shadowRoot!.querySelector('canvas, [role=img]') === null).to.be.true;
        await press(element, 'ArrowRight');
        expect(spoken(element) ?? '').to.equal('');
      });

      it('asks nothing when only the look changes', async () => {
        const here = world();
        const element = await timeline(here, recorded);
        const { requests } = await here.record();
        Object.assign(element, { variant, cumulative: true });
        await element.updateComplete;
        expect(seen(element)).to.contain('39,165 views');
        expect((await here.record()).requests).to.have.length(requests.length);
      });
    });
  }

  describe('asks', () => {
    it('for views by month, over twelve months', async () => {
      const here = world();
      await timeline(here, 'item="30000001"');
      const { requests } = await here.record();
      expect(requests[0]!.path).to.equal('/timeline/month/views/article/30000001');
      expect(requests[0]!.query).to.match(/^start_date=\d{4}-\d\d-01&end_date=\d{4}-\d\d-\d\d$/);
    });

    it('for a part of the items, by category or item type', async () => {
      const here = world();
      await timeline(here, `${recorded} category="2"`);
      await timeline(here, `${recorded} item-type="dataset"`);
      const queries = (await here.record()).requests.map(({ query }) => query);
      expect(queries[0]).to.contain('&sub_item=category&sub_item_id=2');
      expect(queries[1]).to.contain('&sub_item=item_type&sub_item_id=dataset');
    });

    it('for the newest granularity only, when that changes while loading', async () => {
      const here = await worldOf(spring);
      await here.faults({ path: '/timeline/month/*', fault: 'hang' });
      const element = await mount(`<figshare-timeline source="${here.url}" ${five}></figshare-timeline>`);
      await here.wait({ requests: 1 });
      Object.assign(element, { granularity: 'year' });
      await settled(element);
      await here.wait({ aborted: 1 });
      expect(seen(element)).to.equal('12 views in 1 year');
    });
  });

  it('asks nothing anew when its variant changes while it loads', async () => {
    const here = world();
    await here.faults({ path: '/*', fault: 'hang' });
    const element = await mount(`<figshare-timeline source="${here.url}" ${recorded}></figshare-timeline>`);
    await here.wait({ requests: 1 });
    for (const variant of ['chart', 'bars']) {
      Object.assign(element, { variant });
      await element.updateComplete;
    }
    await here.release();
    await settled(element);
    expect(element.shadowRoot!.querySelectorAll('[part=bar]')).to.have.length(4);
    expect((await here.record()).requests.map(({ aborted }) => aborted)).to.deep.equal([false]);
  });

  describe('numbers', () => {
    it('fills months without events with 0', async () => {
      const element = await opened(await timeline(await worldOf(spring), five));
      expect(rows(element)).to.deep.equal([
        ['Month', 'Views'],
        ['Mar 2024', '3'],
        ['Apr 2024', '2'],
        ['May 2024', '0'],
        ['Jun 2024', '7'],
      ]);
    });

    it('puts several metrics side by side, and tells none from zero', async () => {
      const here = await worldOf(spring);
      const element = await opened(await timeline(here, `${five} metrics="downloads views"`));
      expect(rows(element).at(-1)).to.deep.equal(['Jun 2024', '–', '7']);
      expect(summary(element)).to.match(
        /: no downloads in this period\. 12 views, most in June 2024 \(7\)\.$/,
      );
    });

    it('adds them up from 0, and says so', async () => {
      const element = await opened(await timeline(await worldOf(spring), `${five} cumulative`));
      expect(rows(element).map(([, value]) => value)).to.deep.equal(['Views', '3', '5', '5', '12']);
      expect(seen(element)).to.equal('12 views counted from 0 on Mar 1, 2024');
      expect(summary(element)).to.match(/: 12 views, counted from 0 on Mar 1, 2024\.$/);
    });

    it('names the days of a month that is cut by the period', async () => {
      const element = await opened(
        await timeline(await worldOf(spring), 'item="5" start="2024-03-05" end="2024-04-10"'),
      );
      expect(rows(element)[1]![0]).to.match(/^Mar 5\s.\s31, 2024$/);
      expect(seen(element)).to.match(/^4 views in 2 months$/);
      expect(element.shadowRoot!.querySelector('.mark')!.classList.contains('hollow')).to.be.true;
    });

    it('says what it would have counted where it is not known, with no hole for it', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'body', body: 'no answer' });
      const element = await timeline(here, five);
      expect(element.status).to.equal('error');
      expect(seen(element)).to.equal('– views in 4 months');
      const parts = [...element.shadowRoot!.querySelectorAll('.value, .label, .meta')];
      const [value, label, meta] = parts.map((part) => part.getBoundingClientRect());
      expect(label!.left - value!.right).to.be.within(1, 6);
      expect(meta!.left - label!.right).to.be.within(0, 6);
    });

    it('draws the month that goes on apart, and says so', async () => {
      const element = await timeline(world(), 'item="30000001"');
      expect(seen(element)).to.match(/^[\d,]+ views in 12 months$/);
      expect(element.shadowRoot!.querySelector('.mark')!.classList.contains('hollow')).to.be.true;
      expect(element.shadowRoot!.querySelector('.rest')!.getAttribute('d')).to.match(/^M.*L/);
    });
  });

  describe('bars', () => {
    it('name the first, the last and the largest', async () => {
      const element = await timeline(await worldOf(spring), `${five} variant="bars"`);
      expect(texts(element, '.tick')).to.deep.equal(['7', 'Mar 2024', 'Jun 2024']);
      expect(element.shadowRoot!.querySelectorAll('[part=bar]')).to.have.length(4);
    });

    for (const month of [4, 5]) {
      it(`have the largest value over its own bar, near an edge, too: month ${month}`, async () => {
        const here = await worldOf({ [`2024-0${month}-01`]: 371 });
        const element = await timeline(here, 'item="5" start="2024-03-01" end="2024-06-30" variant="bars"');
        const label = element.shadowRoot!.querySelector('.tick')!.getBoundingClientRect();
        const bar = element.shadowRoot!.querySelectorAll('[part=bar]')[month - 3]!.getBoundingClientRect();
        expect(label.left).to.be.lessThan(bar.right);
        expect(label.right).to.be.greaterThan(bar.left);
        expect(Math.abs((label.left + label.right - bar.left - bar.right) / 2)).to.be.lessThan(1);
      });
    }

    it('are seen when they are not zero', async () => {
      const here = await worldOf({ '2024-03-01': 1, '2024-06-01': 1_000_000 });
      const element = await timeline(here, `${five} variant="bars"`);
      const heights = [...element.shadowRoot!.querySelectorAll('[part=bar]')].map(
        (bar) => bar.getBoundingClientRect().height,
      );
      expect(heights[0]).to.be.at.least(1);
      expect(heights[1]).to.equal(0);
    });
  });

  describe('the chart', () => {
    const chart = (here: PageWorld, more = '') => timeline(here, `${five} variant="chart" ${more}`);
    const buttons = (element: Element) => [
      ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=button]'),
    ];

    it('shows its table on demand, and keeps the focus at its button', async () => {
      const element = await chart(await worldOf(spring, spring), 'metrics="views downloads"');
      expect(partOf(element, 'table') === null).to.be.true;
      const button = buttons(element).find(({ textContent }) => textContent.trim() === 'Table')!;
      expect(button.ariaExpanded).to.equal('false');
      const toggle = async () => {
        button.focus();
        button.click();
        await element.updateComplete;
        expect(element.shadowRoot!.activeElement === button).to.be.true;
      };
      await toggle();
      expect(button.ariaExpanded).to.equal('true');
      expect(rows(element)).to.have.length(5);
      expect(rows(element)[0]).to.deep.equal(['Month', 'Views', 'Downloads']);
      expect(rows(element).at(-1)).to.deep.equal(['Jun 2024', '7', '7']);
      await toggle();
      expect(button.ariaExpanded).to.equal('false');
      expect(partOf(element, 'table') === null).to.be.true;
    });

    it('switches lines off and on', async () => {
      const element = await chart(await worldOf(spring, spring), 'metrics="views downloads"');
      const [views] = buttons(element);
      expect(views!.ariaPressed).to.equal('true');
      views!.click();
      await element.updateComplete;
      expect(views!.ariaPressed).to.equal('false');
      views!.click();
      await element.updateComplete;
      expect(views!.ariaPressed).to.equal('true');
    });

    it('names its switches alike while points are read', async () => {
      const element = await chart(await worldOf(spring, spring), 'metrics="views downloads"');
      await drawnOf(element);
      const names = () => texts(element, '.switch > :not([aria-hidden])');
      const ends = () => texts(element, '.switch .value');
      expect(names()).to.deep.equal(['views', 'downloads']);
      expect(ends()).to.deep.equal(['7', '7']);
      await press(element, 'Home');
      expect(names()).to.deep.equal(['views', 'downloads']);
      expect(ends()).to.deep.equal(['7', '7']);
    });

    it('keeps the point that a finger has tapped until it taps elsewhere', async () => {
      const element = await chart(await worldOf(spring));
      await drawnOf(element);
      const canvas = target(element);
      const { right, top } = canvas.getBoundingClientRect();
      const touch = (type: string, on: EventTarget) =>
        on.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            composed: true,
            pointerType: 'touch',
            clientX: right,
            clientY: top,
          }),
        );
      touch('pointerdown', canvas);
      touch('pointerleave', canvas);
      await element.updateComplete;
      expect(canvas.getAttribute('aria-valuetext')).to.equal('Jun 2024: 7 views');
      touch('pointerdown', document.body);
      await element.updateComplete;
      expect(canvas.getAttribute('aria-valuetext')).to.equal('12 views in 4 months');
    });

    it('turns up and down as sliders do', async () => {
      const element = await chart(await worldOf(spring));
      await drawnOf(element);
      await press(element, 'ArrowUp', 'ArrowUp', 'ArrowDown');
      expect(spoken(element)).to.equal('Mar 2024: 3 views');
    });

    it('lets a long table be scrolled by keys, and shows a short one whole', async () => {
      for (const [granularity, isLong] of [
        ['day', true],
        ['month', false],
      ] as const) {
        const element = await chart(await worldOf(spring), `granularity="${granularity}"`);
        buttons(element)[0]!.click();
        await element.updateComplete;
        const box = element.shadowRoot!.querySelector<HTMLElement>('.numbers')!;
        expect(box.scrollHeight > box.clientHeight, granularity).to.equal(isLong);
        expect(box.tabIndex, granularity).to.equal(isLong ? 0 : -1);
      }
    });

    it('names its lines at their ends, one below the other', async () => {
      const here = await worldOf({ '2024-03-01': 90, '2024-06-30': 10 }, { '2024-06-30': 10 });
      const element = await chart(here, 'metrics="views downloads"');
      await drawnOf(element);
      const [views, downloads] = buttons(element).map((button) => button.getBoundingClientRect());
      expect(downloads!.top).to.be.at.least(views!.bottom - 1);
      expect(views!.left).to.be.at.least(target(element).getBoundingClientRect().right);
    });

    it('is as high before the numbers as after', async () => {
      const here = await worldOf(spring);
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(
        `<figshare-timeline source="${here.url}" ${five} variant="chart"></figshare-timeline>`,
      );
      const { height } = element.getBoundingClientRect();
      await here.wait({ requests: 1 });
      await drawn();
      await here.release();
      await settled(element);
      expect(element.getBoundingClientRect().height).to.equal(height);
    });
  });

  describe('what is wrong', () => {
    const wrong: [attributes: string, names: RegExp][] = [
      ['item="5" metrics="citations"', /metrics.*"citations"/],
      ['item="5" granularity="week"', /granularity.*"week"/],
      ['item="5" start="2023-02-29"', /start.*"2023-02-29"/],
      ['item="5" start="2024-02-01" end="2024-01-31"', /end.*"2024-01-31".*start.*"2024-02-01"/],
      ['item="5" category="x"', /category.*"x"/],
      ['item="5" item-type="data set"', /item-type.*"data set"/],
      ['item="5" category="2" item-type="dataset"', /category.*"2".*item-type.*"dataset"/],
    ];
    for (const [attributes, names] of wrong) {
      it(`is invalid, and asks nobody: ${attributes}`, async () => {
        const here = world();
        const element = await mount(
          `<figshare-timeline source="${here.url}" ${attributes}></figshare-timeline>`,
        );
        const { detail } = await settled<FigshareError>(element);
        expect(detail.kind).to.equal('invalid');
        expect(detail.message).to.match(names);
        expect((await here.record()).requests).to.be.empty;
      });
    }

    it('is a sparkline when the variant does not exist', async () => {
      const element = await timeline(world(), `${recorded} variant="pie"`);
      expect(element.shadowRoot!.querySelector('.sparkline') !== null).to.be.true;
    });
  });

  describe('words', () => {
    const ends: [lang: string, end: RegExp][] = [
      ['de', /^39\.165 Aufrufe über 4 Jahre$/],
      ['fr', /^39\s165 vues/],
      ['ja', /^39,165 回閲覧/],
      ['ar', /مشاهدة/],
    ];
    for (const [lang, end] of ends) {
      it(`speaks ${lang}`, async () => {
        const element = await timeline(world(), `${recorded} lang="${lang}"`);
        expect(seen(element)).to.match(end);
        await opened(element);
        expect(summary(element)).not.to.equal('');
        expect(summary(element)).not.to.contain('most');
      });
    }
  });

  it('makes its line no higher than the lines around it', async () => {
    const element = await timeline(world());
    const line = element.parentElement!;
    line.style.cssText = 'font: 16px/1.5 sans-serif; inline-size: 60em';
    expect(line.getBoundingClientRect().height).to.equal(24);
  });

  it('is a plot alone, as wide as there is room, in the slot "trend"', async () => {
    const here = world();
    const { firstElementChild } = await fixture<HTMLElement>(
      `<div style="display: flex; inline-size: 300px"><figshare-timeline slot="trend" style="flex: 1" source="${here.url}" ${recorded}></figshare-timeline></div>`,
    );
    await settled(firstElementChild as AnyElement);
    const [area, plot] = ['area', 'chart'].map((part) =>
      partOf(firstElementChild!, part)!.getBoundingClientRect(),
    );
    const start = firstElementChild!.getBoundingClientRect().left;
    expect(area!.left - start).to.be.within(-0.5, 0.5);
    expect(plot!.right - start).to.be.within(299.5, 300.5);
    expect(plot!.height).to.equal(40);
    // What marks its end is as large as in a line of text.
    const mark = firstElementChild!.shadowRoot!.querySelector<SVGPathElement>('.mark')!;
    expect(mark.getBBox().width).to.be.closeTo(4.5, 0.1);
    const { a, d, e } = mark.getScreenCTM()!;
    expect([a, d]).to.deep.equal([1, 1]);
    expect(e - start).to.be.closeTo(300 - (3 / 240) * 303.9, 0.5);
    expect(seen(firstElementChild!)).to.equal('');
  });

  it('links where its item is, and without a link is a button', async () => {
    const linked = await timeline(world());
    expect(partOf(linked, 'base')!.getAttribute('href')).to.equal('https://figshare.com/articles/_/766364');
    const alone = await timeline(world(), `${recorded} no-link`);
    expect(partOf(alone, 'base')!.getAttribute('role')).to.equal('button');
    expect(partOf(alone, 'base')!.tabIndex).to.equal(0);
  });
});
