import { expect, fixture, nextFrame } from '@open-wc/testing';
import '../../../src/define/figshare-stats.js';
import type { FigshareError } from '../../../src/figshare/error.js';
import { details, heard, mount, mountSettled, partOf, seen, settled } from '../../support/elements.js';
import { world } from '../../support/worlds.js';
import { keepsItsPromises } from '../promises.js';

const recorded = 'item="766364"';
const stats = (source: string, attributes = recorded) =>
  mountSettled(`<figshare-stats source="${source}" ${attributes}></figshare-stats>`);

describe('<figshare-stats>', () => {
  keepsItsPromises({
    tag: 'figshare-stats',
    asks: recorded,
    sees: /46,088/,
    otherItem: 'author/97657',
    seesOther: /58,240/,
    badBody: { views: -1, downloads: 0.5, totals: 1e300 },
  });

  describe('numbers', () => {
    it('shows views and downloads, exact, in the badge', async () => {
      const element = await stats(world().url);
      expect(seen(element)).to.equal('46,088 views 5,210 downloads');
      expect(heard(element)).to.equal('46,088 views, 5,210 downloads');
    });

    it('draws at once what the page knows already, and nothing before it', async () => {
      const { url } = world();
      await stats(url);
      const element = document.createElement('figshare-stats');
      Object.assign(element, { item: 766364, source: url, loading: 'eager' });
      (await fixture('<div></div>')).append(element);
      await element.updateComplete;
      expect(seen(element)).to.equal('46,088 views 5,210 downloads');
    });

    it('shows the metrics asked for, in their order, however their list is separated', async () => {
      for (const list of [
        'citations shares views',
        'citations,shares, views',
        ' citations;shares ; views;',
      ]) {
        const element = await stats(world().url, `${recorded} metrics="${list}"`);
        expect(seen(element)).to.equal('12 citations 3 shares 46,088 views');
      }
    });

    it('shows what is asked as properties, too: an item as a number', async () => {
      const element = await mount(`<figshare-stats source="${world().url}"></figshare-stats>`);
      Object.assign(element, { item: 766364, metrics: 'downloads', compact: true });
      await settled(element);
      expect(seen(element)).to.equal('5.2K downloads');
    });

    it('truncates compact numbers and keeps the exact ones for name and popover', async () => {
      const here = world();
      await here.settings({ items: { 'article/5': { views: 999_999, downloads: 1_999 } } });
      const element = await stats(here.url, 'item="5" compact');
      expect(seen(element)).to.equal('999K views 1.9K downloads');
      expect(heard(element)).to.equal('999,999 views, 1,999 downloads');
      expect(await details(element)).to.contain('999,999 views and 1,999 downloads');
    });

    it('shows zero as zero', async () => {
      const element = await stats(world().url, 'item="1"');
      expect(element.status).to.equal('ready');
      expect(seen(element)).to.equal('0 views 0 downloads');
    });

    it('is hidden below the number of hide-below, and not at it', async () => {
      const displayOf = async (limit: number) =>
        getComputedStyle(await stats(world().url, `${recorded} hide-below="${limit}"`)).display;
      expect(await displayOf(46_088)).not.to.equal('none');
      expect(await displayOf(46_089)).to.equal('none');
    });

    it('sums several items, each once', async () => {
      const here = world();
      const element = await stats(here.url, 'item="6876647 article/6876647 10.6084/m9.figshare.20291481"');
      expect(seen(element)).to.equal('174 views 55 downloads');
      expect((await here.record()).requests).to.have.length(2);
    });

    it('shows no sum when one of several items fails', async () => {
      const here = world();
      await here.faults({ path: '/total/article/20291481', fault: '503' });
      const element = await stats(here.url, 'item="6876647 20291481"');
      expect(element.status).to.equal('error');
      expect(seen(element)).to.equal('– views – downloads');
    });

    it('shows a dash for citations that the service does not tell', async () => {
      const here = world();
      await here.settings({ combined: false });
      const element = await stats(here.url, `${recorded} metrics="views citations"`);
      expect(element.status).to.equal('ready');
      expect(seen(element)).to.equal('46,088 views – citations');
      expect(heard(element)).to.equal('46,088 views, citations: not known');
    });

    it('counts a period', async () => {
      const here = world();
      await here.settings({
        items: {
          'article/5': { views: 9, downloads: 9, timeline: { views: { '2024-02-29': 4, '2024-03-01': 3 } } },
        },
      });
      const element = await stats(here.url, 'item="5" metrics="views" start="2024-02-01" end="2024-02-29"');
      expect(seen(element)).to.equal('4 views');
      expect(await details(element)).to.match(/Feb 1 . 29, 2024/);
    });

    it('tells a period without an event from zero and from an error', async () => {
      const element = await stats(world().url, 'item="1" start="2024-01-01" end="2024-12-31"');
      expect(element.status).to.equal('empty');
      expect(element.matches(':state(empty)')).to.be.true;
      expect(seen(element)).to.equal('no views or downloads in this period');
    });
  });

  describe('what is wrong', () => {
    const wrong: [attributes: string, names: RegExp][] = [
      ['item="766364" metrics="hugs"', /metrics.*"hugs"/],
      ['item="766364" start="2023-02-29"', /start.*"2023-02-29"/],
      ['item="766364" start="2024-02-01" end="2024-01-31"', /end.*"2024-01-31".*start.*"2024-02-01"/],
      ['item="author/97657" metrics="citations"', /metrics.*"citations"/],
      ['item="766364" institution="../v2"', /institution.*"\.\.\/v2"/],
      ['item="hug/5"', /item.*"hug\/5"/],
      ['item="https://figshare.com/s/abc"', /item.*private.*"https:\/\/figshare.com\/s\/abc"/],
    ];
    for (const [attributes, names] of wrong) {
      it(`is invalid, and asks nobody: ${attributes}`, async () => {
        const here = world();
        const element = await mount(`<figshare-stats source="${here.url}" ${attributes}></figshare-stats>`);
        const { detail } = await settled<FigshareError>(element);
        expect(detail.kind).to.equal('invalid');
        expect(detail.message).to.match(names);
        expect((await here.record()).requests).to.be.empty;
      });
    }
  });

  describe('variants', () => {
    it('reads as a phrase', async () => {
      const element = await stats(world().url, `${recorded} variant="text" metrics="views downloads shares"`);
      expect(seen(element)).to.equal('46,088 views, 5,210 downloads, and 3 shares');
    });

    it('says on a card what is counted and as of when', async () => {
      const element = await stats(world().url, `${recorded} variant="card"`);
      expect(seen(element)).to.match(
        /^Use on figshare 46,088 views ?5,210 downloads ?figshare raw counts, all versions \w+ \d+, \d{4} ?View on figshare ↗$/,
      );
    });

    it('is a badge when the variant does not exist', async () => {
      const element = await stats(world().url, `${recorded} variant="pill"`);
      expect(seen(element)).to.equal('46,088 views 5,210 downloads');
    });

    it('moves nothing when a number of at most four digits comes, and leaves no gap behind it', async () => {
      for (const variant of ['badge', 'card']) {
        const here = world();
        await here.settings({ items: { 'article/5': { views: 1, downloads: 8_888 } } });
        await here.faults({ path: '/*', fault: 'hang' });
        const element = await mount(
          `<figshare-stats item="5" variant="${variant}" source="${here.url}"></figshare-stats>`,
        );
        const after = document.createElement('span');
        element.after(after);
        const place = () => JSON.stringify([element.getBoundingClientRect(), after.getBoundingClientRect()]);
        const before = place();
        await here.wait({ requests: 1 });
        await nextFrame();
        await here.release();
        await settled(element);
        expect(seen(element)).to.match(/1 views? 8,888 downloads/);
        const [was, is] = [before, place()].map((place) => JSON.parse(place) as DOMRect[]);
        for (const [index, { x, y, height }] of is!.entries()) {
          expect(x).to.be.closeTo(was![index]!.x, 2.9); // less than 3 px are no shift
          expect([y, height]).to.deep.equal([was![index]!.y, was![index]!.height]);
        }
        const { right } = partOf(element, 'base')!.getBoundingClientRect();
        expect(after.getBoundingClientRect().left - right).to.be.within(-1, 1);
      }
    });

    it('is as large with what stands between its tags as with the places of its numbers', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      for (const lang of ['en', 'ar', 'ja', 'pl']) {
        for (const metrics of ['views', 'views downloads', 'downloads views citations shares']) {
          for (const width of [600, 250, 170, 80]) {
            const sizeOf = async (fallback: string, attributes = '') => {
              const element = await mount(
                `<figshare-stats ${recorded} ${attributes} metrics="${metrics}" lang="${lang}" source="${here.url}">${fallback}</figshare-stats>`,
              );
              element.parentElement!.style.inlineSize = `${width}px`;
              return (
                element.renderRoot.querySelector('.covered') ?? partOf(element, 'base')!
              ).getBoundingClientRect();
            };
            const [covered, bare] = [
              await sizeOf('<a href="/">Data</a>'),
              await sizeOf('', 'loading="eager"'),
            ];
            expect(covered.width).to.be.closeTo(bare.width, 0.5);
            expect(covered.height).to.be.closeTo(bare.height, 2); // WebKit's lines are whole pixels high
            if (width < 600) continue;
            // Out of view, where the room of a number is reckoned in digits that are not bold.
            const far = await sizeOf('');
            expect(far.width).to.be.closeTo(bare.width, 5 * metrics.split(' ').length);
            expect(far.height).to.be.closeTo(bare.height, 2);
          }
        }
      }
    });

    it('takes the width that it needs when the answer is there before the first paint', async () => {
      const here = world();
      await here.settings({ items: { 'article/5': { views: 2, downloads: 0 } } });
      const first = await stats(here.url, 'item="5" loading="eager"');
      const second = await stats(here.url, 'item="5" loading="eager"');
      const width = (element: Element) => partOf(element, 'base')!.getBoundingClientRect().width;
      expect(second.renderRoot.querySelector('.room')).to.equal(null);
      expect(width(second)).to.be.at.most(width(first));
    });

    it('keeps its line as high as it was when a phrase comes, and when none does', async () => {
      for (const fault of ['hang', '503'] as const) {
        const here = world();
        const element = await mount(
          `<figshare-stats ${recorded} variant="text" loading="click" source="${here.url}"></figshare-stats>`,
        );
        const line = element.parentElement!;
        line.style.cssText = 'font: 16px/1.5 sans-serif; inline-size: 60em';
        expect(line.getBoundingClientRect().height).to.equal(24);
        if (fault === '503') await here.faults({ path: '/*', fault });
        partOf(element, 'button')!.click();
        await settled(element);
        expect(line.getBoundingClientRect().height).to.equal(24);
        expect(partOf(element, 'base') === null).to.equal(fault === '503');
      }
    });

    it('is few nodes: a badge of two metrics at most 16 elements and 12 comments', async () => {
      const { shadowRoot } = await stats(world().url);
      const comments = document.createTreeWalker(shadowRoot!, NodeFilter.SHOW_COMMENT);
      let count = 0;
      while (comments.nextNode()) count += 1;
      expect(shadowRoot!.querySelectorAll('*').length).to.be.at.most(16);
      expect(count).to.be.at.most(12);
    });

    it('makes a cell, a flex item and a grid column as wide as its widest part', async () => {
      const here = world();
      const badge = `<figshare-stats source="${here.url}" ${recorded}></figshare-stats>`;
      const long = 'A title that wants all the room there is, and more, and more';
      const holders = [
        `<table style="inline-size: 200px"><tr><td>${long}<td>${badge}<td>2024</table>`,
        `<div style="display: flex; inline-size: 160px"><div>${long}</div><div>${badge}</div></div>`,
        `<div style="display: grid; grid: auto / auto auto; inline-size: 160px"><div>${long}</div><div>${badge}</div></div>`,
      ];
      for (const markup of holders) {
        const holder = await fixture<HTMLElement>(`<div>${markup}</div>`);
        const element = holder.querySelector('figshare-stats')!;
        await settled(element);
        const outer = element.parentElement!.getBoundingClientRect();
        const inner = partOf(element, 'base')!.getBoundingClientRect();
        expect(inner.right).to.be.at.most(outer.right + 1);
        expect(inner.width).to.be.greaterThan(100);
      }
    });

    it('shows what stands in its slot "trend" beside a card’s numbers, and takes it for no fallback', async () => {
      const here = world();
      const element = await mountSettled(
        `<figshare-stats ${recorded} variant="card" source="${here.url}"><b slot="trend">up</b></figshare-stats>`,
      );
      const trend = element.querySelector('b')!;
      expect(trend.checkVisibility()).to.be.true;
      await here.faults({ path: '/*', fault: '503' });
      element.item = '1';
      await settled(element);
      expect(element.status).to.equal('error');
      expect(trend.checkVisibility({ visibilityProperty: true })).to.be.false;
    });

    it('says on a card why there are no numbers, and asks again', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: '503' });
      const element = await stats(here.url, `${recorded} variant="card"`);
      expect(seen(element)).to.match(/^Use on figshare .* did not answer\. Try again$/);
      await here.faults();
      partOf(element, 'button')!.click();
      await settled(element);
      expect(seen(element)).to.contain('46,088 views');
    });

    it('says on a card that there were none in a period', async () => {
      const element = await stats(world().url, 'item="1" variant="card" start="2024-01-01" end="2024-12-31"');
      expect(element.status).to.equal('empty');
      expect(seen(element)).to.match(
        /^Use on figshare No views or downloads in this period .* Jan 1 . Dec 31, 2024$/,
      );
    });

    it('takes another heading on its card, or hides it from the eye', async () => {
      const element = await stats(world().url, `${recorded} variant="card" heading="Our data"`);
      expect(seen(element)).to.match(/^Our data 46,088/);
      element.setAttribute('heading', '');
      await element.updateComplete;
      expect(seen(element)).to.match(/^46,088/);
      expect(heard(element)).to.match(/^Use on figshare/);
    });

    for (const variant of ['badge', 'text', 'card']) {
      it(`has value and label as parts as ${variant}`, async () => {
        const element = await stats(world().url, `${recorded} variant="${variant}"`);
        const parts = (name: string) =>
          [...element.shadowRoot!.querySelectorAll(`[part~=${name}]`)].map((part) => part.textContent.trim());
        expect(parts('value')).to.deep.equal(['46,088', '5,210']);
        expect(parts('label')).to.deep.equal(['views', 'downloads']);
        expect(parts('base')).to.have.length(1);
      });
    }

    it('takes its theme as a property, too', async () => {
      const element = await stats(world().url);
      const look = () => getComputedStyle(partOf(element, 'base')!);
      expect(look().backgroundColor).to.match(/, 0\)$|transparent/);
      Object.assign(element, { theme: 'dark' });
      await element.updateComplete;
      expect(look().colorScheme).to.equal('dark');
      expect(look().backgroundColor).not.to.match(/, 0\)$|transparent/);
    });

    for (const variant of ['badge', 'text']) {
      it(`makes its line no higher than the lines around it as ${variant}`, async () => {
        const element = await stats(world().url, `${recorded} variant="${variant}"`);
        const line = element.parentElement!;
        line.style.cssText = 'font: 16px/1.5 sans-serif; inline-size: 60em';
        expect(line.getBoundingClientRect().height).to.equal(24);
      });
    }
  });

  describe('words', () => {
    const phrases: [lang: string, phrase: RegExp][] = [
      ['de', /^46\.088 Aufrufe und 1 Download$/],
      ['es', /^46\.088 vistas y 1 descarga$/],
      ['fr', /^46\s088 vues et 1 téléchargement$/],
      ['it', /^46\.088 visualizzazioni e 1 download$/],
      ['nl', /^46\.088 weergaven en 1 download$/],
      ['pl', /^46\s088 wyświetleń i 1 pobranie$/],
      ['pt', /^46\.088 visualizações e 1 download$/],
      ['zh', /^46,088 次浏览和1 次下载$/],
      ['ja', /^46,088 回閲覧、1 回ダウンロード$/],
      ['ar', /^\S+ مشاهدة وتنزيل واحد$/],
    ];
    for (const [lang, phrase] of phrases) {
      it(`speaks ${lang}`, async () => {
        const here = world();
        await here.settings({ items: { 'article/5': { views: 46_088, downloads: 1 } } });
        const element = await stats(here.url, `item="5" variant="text" lang="${lang}"`);
        expect(seen(element)).to.match(phrase);
      });
    }

    it('says in Chinese that there are none, without the word for counting', async () => {
      const element = await stats(world().url, 'item="1" start="2024-01-01" end="2024-12-31" lang="zh"');
      expect(seen(element)).to.equal('此期间无浏览或下载');
    });

    it('takes own words', async () => {
      const element = await stats(
        world().url,
        `${recorded} label-views="looks <b>" label-downloads="copies"`,
      );
      expect(seen(element)).to.equal('46,088 looks <b> 5,210 copies');
    });

    it('reads from right to left in Arabic, wherever it stands', async () => {
      const element = await stats(world().url, `${recorded} lang="ar"`);
      const [first, second] = element.shadowRoot!.querySelectorAll('[part~=value]');
      expect(getComputedStyle(partOf(element, 'base')!).direction).to.equal('rtl');
      expect(first!.getBoundingClientRect().x).to.be.greaterThan(second!.getBoundingClientRect().x);
    });
  });

  describe('link', () => {
    const links: [attributes: string, href: string | null][] = [
      ['item="10.6084/M9.figshare.766364.v1"', 'https://doi.org/10.6084/M9.figshare.766364.v1'],
      ['item="10.6084/m9.figshare.766364,"', 'https://doi.org/10.6084/m9.figshare.766364'],
      [
        'item="https://dx.doi.org/10.6084/m9.figshare.766364.v2;"',
        'https://doi.org/10.6084/m9.figshare.766364.v2',
      ],
      ['item="(10.6084/m9.figshare.766364.v1/data.zip)"', 'https://doi.org/10.6084/m9.figshare.766364.v1'],
      ['item="figshare.com/articles/dataset/x/766364"', 'https://figshare.com/articles/dataset/x/766364'],
      ['item="https://api.figshare.com/v2/articles/766364"', 'https://figshare.com/articles/_/766364'],
      ['item="doi:10.6084/m9.figshare.766364."', 'https://doi.org/10.6084/m9.figshare.766364'],
      ['item="https://figshare.com/articles/x/766364"', 'https://figshare.com/articles/x/766364'],
      ['item="https://doi.org/10.6084/m9.figshare.766364"', 'https://doi.org/10.6084/m9.figshare.766364'],
      ['item="766364"', 'https://figshare.com/articles/_/766364'],
      ['item="author/97657"', 'https://figshare.com/authors/_/97657'],
      ['item="group/327"', null],
      ['item="766364 1"', null],
      ['item="766364 1" href="https://example.edu/"', 'https://example.edu/'],
      ['item="766364" no-link href="https://example.edu/"', null],
      ['item="766364" href="javascript:alert(1)"', 'https://figshare.com/articles/_/766364'],
    ];
    for (const [attributes, href] of links) {
      it(`leads to ${href ?? 'nowhere'}: ${attributes}`, async () => {
        const element = await stats(world().url, attributes);
        const base = partOf(element, 'base')!;
        expect(base.getAttribute('href')).to.equal(href);
        expect(base.localName).to.equal(href ? 'a' : 'span');
        if (href) expect(base.getAttribute('rel')).to.equal('noopener');
      });
    }

    it('keeps the focus when the number arrives', async () => {
      const here = world();
      await here.faults({ path: '/*', fault: 'hang' });
      const element = await mount(`<figshare-stats ${recorded} source="${here.url}"></figshare-stats>`);
      partOf(element, 'base')!.focus();
      await here.wait({ requests: 1 });
      await here.release();
      await settled(element);
      expect(element.shadowRoot!.activeElement).to.equal(partOf(element, 'base'));
    });

    it('has the focus after the button was pressed', async () => {
      const element = await mount(
        `<figshare-stats ${recorded} source="${world().url}" loading="click"></figshare-stats>`,
      );
      partOf(element, 'button')!.focus();
      partOf(element, 'button')!.click();
      await settled(element);
      expect(element.shadowRoot!.activeElement).to.equal(partOf(element, 'base'));
    });
  });
});
