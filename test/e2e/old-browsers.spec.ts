/** The oldest browsers that README names, as far as a new one can be made old: what they do not have is taken away. */
import { engines, newerThings } from '../oldest/compat.js';
import { floors } from '../oldest/floors.js';
import { cases, items } from '../oldest/page.js';
import { allAre, askAll, expect, inEveryEngine, test } from './fixtures.js';

const body = Object.values(cases).map(({ html }) => `<div>${html}</div>`);

for (const engine of engines) {
  test(
    `all is drawn without what ${engine} ${floors[engine]} does not have`,
    { tag: inEveryEngine },
    async ({ page, show, world }) => {
      world.settings({ items });
      const things = newerThings(engine, floors[engine]);
      await show(body.join('\n'), {
        head: `<script>(${takeAway.toString()})(${JSON.stringify(things)})</script>`,
      });
      const left = await page.evaluate(() => ['showPopover' in HTMLElement.prototype, 'canParse' in URL]);
      expect(left).toEqual([false, false]);
      await askAll(page);
      await allAre(page, 'ready', body.length);
      await expect(page.getByText('1.9K')).toBeVisible();
      await expect(page.locator('canvas')).toBeVisible();
      await expect(page.locator('path.level3').first()).toBeVisible();
    },
  );
}

/** Runs in the page. */
function takeAway(things: string[][]): void {
  for (const [name, member] of things) {
    const owner = Reflect.get(window, name!) as { prototype?: object } | undefined;
    if (member === undefined || name === 'Window') Reflect.deleteProperty(window, member ?? name!);
    else for (const holder of [owner, owner?.prototype]) if (holder) Reflect.deleteProperty(holder, member);
  }
}
