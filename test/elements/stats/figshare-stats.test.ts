import { expect } from '@open-wc/testing';
import '../../../src/define/figshare-stats.js';
import type { FigshareError } from '../../../src/figshare/error.js';
import { heard, mount, mountSettled, partOf, seen, settled } from '../../support/elements.js';
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

    it('shows the metrics asked for, in their order', async () => {
      const element = await stats(world().url, `${recorded} metrics="citations shares views"`);
      expect(seen(element)).to.equal('12 citations 3 shares 46,088 views');
    });

    it('shows what is asked as properties, too: an item as a number', async () => {
      const element = await mount(`<figshare-stats source="${world().url}"></figshare-stats>`);
      Object.assign(element, { item: 766364, metrics: 'downloads', compact: true });
      await settled(element);
      expect(seen(element)).to.equal('5.2K downloads');
    });

    it('truncates compact numbers and keeps the exact ones for name and tooltip', async () => {
      const here = world();
      await here.settings({ items: { 'article/5': { views: 999_999, downloads: 1_999 } } });
      const element = await stats(here.url, 'item="5" compact');
      expect(seen(element)).to.equal('999K views 1.9K downloads');
      expect(heard(element)).to.equal('999,999 views, 1,999 downloads');
      expect(partOf(element, 'base')!.title).to.contain('999,999 views and 1,999 downloads');
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
      expect(heard(element)).to.equal('46,088 views, not known citations');
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
      expect(partOf(element, 'base')!.title).to.match(/Feb 1 . 29, 2024/);
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
      ['item="766364" metrics=""', /metrics.*""/],
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
        /^46,088 views ?5,210 downloads ?figshare raw counts, all versions · as of \w+ \d+, \d{4}$/,
      );
    });

    it('is a badge when the variant does not exist', async () => {
      const element = await stats(world().url, `${recorded} variant="pill"`);
      expect(seen(element)).to.equal('46,088 views 5,210 downloads');
    });

    for (const variant of ['badge', 'text', 'card']) {
      it(`has its final height from the first paint as ${variant}, and moves nothing`, async () => {
        const here = world();
        await here.faults({ path: '/*', fault: 'hang' });
        const element = await mount(
          `<figshare-stats ${recorded} variant="${variant}" source="${here.url}"></figshare-stats>`,
        );
        const after = document.createElement('span');
        element.after(after);
        const place = () => JSON.stringify([element.getBoundingClientRect(), after.getBoundingClientRect()]);
        const before = place();
        await here.wait({ requests: 1 });
        expect(place()).to.equal(before);
        await here.release();
        await settled(element);
        expect(place()).to.equal(before);
      });

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
      const surface = () => getComputedStyle(partOf(element, 'base')!).backgroundColor;
      const light = surface();
      Object.assign(element, { theme: 'dark' });
      await element.updateComplete;
      expect(surface()).not.to.equal(light);
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
      ['ar', /^\S+ مشاهدة و\S+ تنزيل$/],
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
