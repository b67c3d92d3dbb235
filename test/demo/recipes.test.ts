import { expect } from '@open-wc/testing';
import { usual, type Choice } from '../../demo/snippets/choice.js';
import { fill, fillingOf, type Release } from '../../demo/snippets/fill.js';
import { readItems } from '../../demo/snippets/items.js';
import { readRecipe } from '../../demo/snippets/recipe.js';
import { durationOf, repositoryFiles } from '../../demo/snippets/repository-files.js';

const release: Release = {
  version: '1.2.3',
  integrity: {
    'figshare-stats.js': 'sha384-stats',
    'figshare-elements.js': 'sha384-all',
    'figshare-chart.js': 'sha384-chart',
  },
};

const read = async (name: string) => (await fetch(`/demo/recipes/${name}`)).text();

const names = [
  ...[
    'html',
    'wordpress',
    'wordpress-author',
    'github-readme',
    'quarto',
    'hugo',
    'mkdocs',
    'sphinx',
    'react',
  ],
  ...['vue', 'dspace', 'eprints', 'mediawiki', 'reveal', 'mail', 'iframe'],
];

describe('the recipes', () => {
  for (const name of names) {
    it(`${name} says what the builder needs, and has one thing to paste each time`, async () => {
      const recipe = readRecipe(name, await read(`${name}.md`))!;
      expect(recipe.boxes.filter(({ when }) => when === 'each')).to.have.length(1);
      for (const { title, text } of recipe.boxes) {
        expect(title).to.not.equal('');
        const filled = fill(text, fillingOf(usual, release));
        expect(filled).to.not.match(/%[A-Z_]{3,}%|undefined/);
      }
      expect(recipe.order).to.be.above(0);
      expect(recipe.sources.every((way) => /^(live|file|relay|image)$/.test(way))).to.equal(true);
      expect(recipe.tested).to.not.equal('');
    });
  }

  it('have no line that Markdown would take for a quotation', async () => {
    for (const name of ['mkdocs', 'quarto', 'hugo', 'github-readme']) {
      const { boxes } = readRecipe(name, await read(`${name}.md`))!;
      for (const { text } of boxes) expect(fill(text, fillingOf(usual, release))).to.not.match(/^\s*>/m);
    }
  });

  it('keep their lines, which a formatter of HTML would join', async () => {
    const { boxes } = readRecipe('html', await read('html.md'))!;
    expect(boxes.map(({ text }) => text)).to.deep.equal(['%PRECONNECT%%SCRIPT%\n%ELEMENT%']);
  });

  it('leave other Markdown alone, and name the fact that a recipe lacks', async () => {
    expect(readRecipe('snapshot-hugo', await read('snapshot-hugo.md'))).to.equal(undefined);
    expect(() => readRecipe('x', '---\ntitle: X\n---\n')).to.throw('demo/recipes/x.md should say "label: …"');
    expect(() => fill('%NOBODY%', {})).to.throw('%NOBODY%');
  });
});

describe('what a snippet loads', () => {
  it('meets the live service early, where that is asked first', () => {
    const of = (source: string) => fillingOf({ ...usual, source }, release)['PRECONNECT'];
    const link = '<link rel="preconnect" href="https://stats.figshare.com" crossorigin="anonymous">';
    expect(of('')).to.equal(link);
    expect(of('https://stats.figshare.com /figshare.json')).to.equal(link);
    expect(of('/figshare.json https://stats.figshare.com')).to.equal('');
    expect(of('https://relay.example.edu')).to.equal('');
  });

  it('is pinned to the version and its checksum, chart and map too where asked', () => {
    const { SCRIPT = '' } = fillingOf(usual, release);
    expect(SCRIPT).to.equal(
      '<script type="module" src="https://cdn.jsdelivr.net/npm/figshare-elements@1.2.3/dist/cdn/figshare-stats.js" integrity="sha384-stats" crossorigin="anonymous"></script>',
    );
    const chart = fillingOf({ ...usual, show: 'timeline', look: 'chart', integrity: true }, release);
    expect(chart['SCRIPT']).to.match(
      /^<script type="importmap">\{"integrity":\{"https:\S+figshare-chart\.js":"sha384-chart"\}\}<\/script><script type="module" src="\S+figshare-elements\.js" integrity="sha384-all"/,
    );
  });

  it('is an image of a relay where there is one, else a file', () => {
    const image = (source: string, item = '766364') =>
      fillingOf({ ...usual, source, item }, release)['IMAGE_URL'];
    expect(image('https://relay.example.edu/')).to.equal(
      'https://relay.example.edu/badge/article/766364.svg',
    );
    expect(image('/figshare.json')).to.equal('figshare.svg');
    expect(image('https://relay.example.edu', '1 2')).to.equal('figshare.svg');
  });
});

describe('a frame', () => {
  for (const [change, size] of [
    [{}, '320 × 32'],
    [{ show: 'card' }, '480 × 172'],
    [{ show: 'card', metrics: ['views', 'downloads', 'shares', 'citations'] }, '480 × 228'],
    [{ show: 'timeline', look: 'chart' }, '640 × 364'],
    [{ show: 'breakdown', look: 'map' }, '640 × 466'],
  ] as [Partial<Choice>, string][]) {
    it(`of ${JSON.stringify(change)} is ${size}`, async () => {
      const { boxes } = readRecipe('iframe', await read('iframe.md'))!;
      const text = boxes.find(({ when }) => when === 'each')!.text;
      const frame = new DOMParser()
        .parseFromString(fill(text, fillingOf({ ...usual, ...change }, release)), 'text/html')
        .querySelector('iframe')!;
      expect(`${frame.width} × ${frame.height}`).to.equal(size);
    });
  }
});

describe('what people put in', () => {
  for (const [text, list] of [
    ['766364', 'article/766364'],
    [' https://doi.org/10.6084/m9.figshare.766364. ', '10.6084/m9.figshare.766364'],
    ['group/327', 'group/327'],
    [
      'id,doi\n1,10.6084/m9.figshare.1\n2,10.6084/m9.figshare.2',
      '10.6084/m9.figshare.1 10.6084/m9.figshare.2',
    ],
    ['See https://figshare.com/articles/dataset/A/5 and more', 'https://figshare.com/articles/dataset/A/5'],
  ] as const) {
    it(`${JSON.stringify(text)} is ${list}`, () => {
      expect(readItems(text)).to.include({ list });
      expect(readItems(text).problem).to.equal(undefined);
    });
  }

  it('is a person, or is told not to be an item', () => {
    expect(readItems('0000-0002-1825-009x').orcid).to.equal('0000-0002-1825-009X');
    expect(readItems('hello').problem).to.contain('This is no figshare item. Item must be');
    expect(readItems(' ').problem).to.equal('Put in a DOI, a figshare link or a number.');
  });
});

describe("a repository's files", () => {
  it('are the list, the command, the workflow with that command, and a test page of the first five', async () => {
    const items = Array.from({ length: 7 }, (_, index) => `article/${index + 1}`);
    const [list, command, workflow, page] = repositoryFiles(
      items,
      await read('snapshot-github-actions.yml'),
      release,
    );
    expect(list!.text.split('\n')).to.deep.equal(items);
    expect(workflow!.text).to.contain(`- run: ${command!.text}\n`);
    expect(workflow!.text).to.not.contain('--from');
    const { body, head } = new DOMParser().parseFromString(page!.text, 'text/html');
    expect(head.querySelector('meta[name=figshare-source]')!.getAttribute('content')).to.equal(
      'figshare.json',
    );
    expect(body.querySelectorAll('figshare-stats')).to.have.length(5);
  });

  it('tell how long the first run takes', () => {
    expect([1, 20, 1204, 100_000].map(durationOf)).to.deep.equal([
      '2 seconds',
      '40 seconds',
      '41 minutes',
      '56 hours',
    ]);
  });
});
