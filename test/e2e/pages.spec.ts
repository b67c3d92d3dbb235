/** At home on any page: the colours are the page's own, and what is read is told from what is behind it. */
import { axe } from './axe.js';
import { expect, inEveryEngine, test, type Page } from './fixtures.js';
import { subjects } from './elements.js';
import { showEveryState } from './states.js';

const tailwind = `*, ::before, ::after { box-sizing: border-box; border: 0 solid #e5e7eb }
  html { line-height: 1.5 } body { margin: 0; line-height: inherit }
  a { color: inherit; text-decoration: inherit } button { font: inherit; color: inherit; padding: 0 }
  svg, canvas { display: block; vertical-align: middle } table { border-collapse: collapse; text-indent: 0 }`;

/** What each page says of colours and type. */
const pages = {
  white: '',
  'dark, which it says': ':root { color-scheme: dark } body { background: #14181c; color: #e8eaed }',
  'dark, and does not say so': 'body { background: #14181c; color: #e8eaed }',
  navy: 'body { background: #0b2545; color: #fff; font: 17px/1.6 Georgia, serif }',
  yellow: 'body { background: #ffdf8a; color: #222 }',
  teal: 'body { background: #2a9d8f; color: #000 }',
  'Bootstrap 5, dark': `*, ::before, ::after { box-sizing: border-box } :root { color-scheme: dark }
    body { margin: 0; font: 400 1rem/1.5 system-ui; color: #dee2e6; background: #212529 } a { color: #6ea8fe }`,
  Bulma: `body { font: 400 1em/1.5 sans-serif; color: #4a4a4a; background: #fff } a { color: #485fc7; text-decoration: none }
    span { font: inherit } table td, table th { vertical-align: top; text-align: inherit }`,
  Pico: `:root { color-scheme: dark } body { font: 400 100%/1.5 system-ui; color: #c2c7d0; background: #13171f }
    a { color: #01aaff } section { margin-block-end: 1rem } button { width: 100% }`,
  'Tailwind, its preflight': `${tailwind} body { color: #111827; background: #fff }`,
  'like reveal.js': 'body { background: #191919; color: #fff; font-size: 38px; text-align: center }',
};

/** Puts the page into other clothes, with all elements in it. */
const wear = (page: Page, css: string) =>
  page.evaluate((css) => {
    const style = document.querySelector('#clothes') ?? document.createElement('style');
    style.id = 'clothes';
    style.textContent = `a { color: inherit } ${css}`; // the page's own links are readable, too
    document.head.append(style);
  }, css);

/** Each text and each mark that is too pale, and the least of both. */
const paleOn = (page: Page) =>
  page.locator('[data-row]').evaluateAll((rows) => {
    const found = { text: 21, mark: 21, texts: 0, marks: 0, pale: [] as string[] };
    for (const row of rows) {
      const say = (part: Element, contrast: number) =>
        found.pale.push(
          `${row.getAttribute('data-row')}: ${part.localName}.${part.getAttribute('class')} ${part.textContent?.trim().slice(0, 20)} ${contrast.toFixed(2)}`,
        );
      for (const part of row.firstElementChild!.shadowRoot!.querySelectorAll('*')) {
        if (!part.checkVisibility({ visibilityProperty: true })) continue;
        const isText = [...part.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
        if (isText && !part.closest('.unseen') && !part.closest('svg')) {
          const { text } = window.colorsOf(part);
          found.texts += 1;
          found.text = Math.min(found.text, text);
          if (text < 4.5) say(part, text);
        }
        // Bars of rows repeat the number beside them.
        if (!part.matches('svg :is(.line, .mark, .bar)') || part.closest('tr, li')) continue;
        const { fill, stroke } = window.colorsOf(part);
        const mark = Math.max(
          getComputedStyle(part).fill === 'none' ? 0 : fill,
          getComputedStyle(part).stroke === 'none' ? 0 : stroke,
        );
        found.marks += 1;
        found.mark = Math.min(found.mark, mark);
        if (mark < 3) say(part, mark);
      }
    }
    return found;
  });

test(
  'text and marks are told from what is behind them on ten pages, in every variant and state',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    await showEveryState(page, world, show, subjects);
    for (const [name, css] of Object.entries(pages)) {
      await wear(page, css);
      const { text, mark, texts, marks, pale } = await paleOn(page);
      test.info().annotations.push({
        type: 'contrast',
        description: `${name}: text ${text.toFixed(2)}, marks ${mark.toFixed(2)}`,
      });
      expect.soft(pale, name).toEqual([]);
      expect.soft(texts, name).toBeGreaterThan(300);
      expect.soft(marks, name).toBeGreaterThan(50);
    }
  },
);

/** What the rule asks of, and what was measured: marks that are drawn on a canvas or a map, and bars of rows. */
const drawnOn = (page: Page) =>
  page.evaluate(() => {
    const within = (selector: string, part: string) => [
      ...document.querySelector(selector)!.shadowRoot!.querySelectorAll(part),
    ];
    const fills = (selector: string, part: string) =>
      within(selector, part).map((one) => window.colorsOf(one).fill);
    const least = (all: number[]) => Math.min(21, ...all);
    // The canvas is drawn in the colours that its probe wears.
    const [probe] = within('[variant=chart]', '.probe').map((one) => window.colorsOf(one));
    const [first, second, , muted] = probe!.sides;
    const map = '[variant=map]';
    return {
      marks: {
        'a line of the chart': first!,
        'its second line': second!,
        'a bar of a row': least(fills('[variant=bars]', 'td .bar')),
        'a country of the highest level': least(fills(map, '.land.level3')),
        'the ring of a dot': least(within(map, '.dot').map((one) => window.colorsOf(one).stroke)),
      },
      texts: {
        'a number on the axes of the chart': muted!,
        'a number at the point that is read': probe!.text,
        'words at the map': least(
          within(map, '.read, .legend span, .elsewhere span').map((one) => window.colorsOf(one).text),
        ),
      },
      /** From land without events to the highest level. */
      steps: fills(map, '.legend li:not(.apart) rect'),
      found: { dots: within(map, '.dot').length, bars: within('[variant=bars]', 'td .bar').length },
    };
  });

test(
  'what is drawn on a map, a canvas and in rows is told from the page on ten pages, and each step from the next',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    const countries = { 'United States': 4000, Germany: 400, Singapore: 300, Malta: 40, Spain: 9, Kenya: 1 };
    world.settings({
      items: {
        'article/1000': { views: 4750, downloads: 900, countries, from: '2016-01-01', to: '2016-12-31' },
      },
    });
    const question = 'item="1000" loading="eager" start="2016-01-01" end="2016-12-31"';
    await show(`<figshare-breakdown variant="map" ${question}></figshare-breakdown>
      <figshare-breakdown variant="bars" ${question}></figshare-breakdown>
      <figshare-timeline variant="chart" metrics="views downloads" ${question}></figshare-timeline>`);
    await expect(page.locator('figshare-breakdown .dot')).toHaveCount(2);
    await expect(page.locator('figshare-timeline canvas')).toBeVisible();
    for (const [name, css] of Object.entries(pages)) {
      await wear(page, css);
      const { marks, texts, steps, found } = await drawnOn(page);
      test.info().annotations.push({
        type: 'contrast',
        description: `${name}: ${JSON.stringify({ marks, texts, steps }, (_, value: unknown) =>
          typeof value === 'number' ? Number(value.toFixed(2)) : value,
        )}`,
      });
      for (const [what, contrast] of Object.entries(marks))
        expect.soft(contrast, `${what}, ${name}`).toBeGreaterThanOrEqual(3);
      for (const [what, contrast] of Object.entries(texts))
        expect.soft(contrast, `${what}, ${name}`).toBeGreaterThanOrEqual(4.5);
      expect.soft(steps, name).toHaveLength(5);
      for (const [step, contrast] of steps.entries())
        expect
          .soft(contrast / (steps[step - 1] ?? 1), `step ${step} and what is below it, ${name}`)
          .toBeGreaterThanOrEqual(step === 0 ? 1.05 : 1.15);
      expect.soft(found, name).toEqual({ dots: 2, bars: 6 });
    }
  },
);

test('axe finds no contrast that is too low on any of them', async ({ page, show, world }) => {
  await showEveryState(page, world, show, subjects);
  await page.addScriptTag(axe);
  for (const [name, css] of Object.entries(pages)) {
    await wear(page, css);
    const violations = await page.evaluate(async () => {
      const found = await window.axe.run(document, {
        resultTypes: ['violations'],
        runOnly: ['color-contrast'],
      });
      return found.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
    });
    expect.soft(violations, name).toEqual([]);
  }
});
