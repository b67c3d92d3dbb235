/** Whatever way a file is loaded, it leaves no name in the page and takes none away. */
import { readdirSync } from 'node:fs';
import { expect, inEveryEngine, moduleTag, test } from './fixtures.js';

const files = readdirSync('dist/cdn').filter((file) => file.endsWith('.js'));
/** Lit's own, by which it knows that it is there twice. */
const ofLit = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

for (const file of files) {
  for (const [how, tag] of [
    ['a module', moduleTag],
    ['a classic script', (address: string) => `<script src="${address}"></script>`],
  ] as const) {
    test(
      `${file} as ${how} leaves the page's own names as they were`,
      { tag: inEveryEngine },
      async ({ page, show, cdn, log }) => {
        const isChunk = /chart|map/.test(file);
        await show('', {
          head: `<script>
          var $ = 'of the page', _ = 'of the page', e = 'of the page', t = 'of the page';
          window.before = new Set(Object.getOwnPropertyNames(window));
        </script>`,
          scripts: `${tag(`${cdn.url}/${file}`)}<script type="module">let a, n, i; window.done = [$, _, e, t];</script>`,
        });
        const added = await page.evaluate(() => {
          const { before } = window as unknown as { before: Set<string> };
          return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
        });
        // Playwright leaves a name of its own in Firefox.
        const ours = added.filter(
          (name) => !['before', 'done', ...ofLit].includes(name) && !name.startsWith('__pw'),
        );
        expect(ours).toEqual([]);
        expect(await page.evaluate(() => (window as unknown as { done: string[] }).done)).toEqual(
          Array.from({ length: 4 }, () => 'of the page'),
        );
        const isDefined = await page.evaluate(() => !!customElements.get('figshare-stats'));
        expect(isDefined).toBe(!isChunk);
        // A module's `export` is an error in a classic script, found before anything of it has run.
        if (isChunk && how === 'a classic script')
          expect(log.thrown.splice(0)).toEqual([expect.stringMatching(/SyntaxError/)]);
      },
    );
  }
}
