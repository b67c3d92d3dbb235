/** What is counted is told to pointer, keyboard and finger alike; and where there is no number, asking again helps. */
import { count, look, questions, shows, stats, subjects, timeline } from './elements.js';
import { allAre, expect, inEveryEngine, test, type Page } from './fixtures.js';
import { rowOf, sections, type Row } from './rows-on-a-page.js';
import type { Locator } from '@playwright/test';

const inLine = [
  ['badge', stats, 'variant="badge"'],
  ['text', stats, 'variant="text"'],
  ['sparkline', timeline, 'variant="sparkline"'],
  ['bars', timeline, 'variant="bars"'],
  ['count', count, ''],
  ['without a link', stats, 'no-link'],
] as const;
const rows = inLine.map(([name, element, attributes]): Row => [
  name,
  `<p>Seen ${element.html(element.item, `loading="eager" ${attributes}`)}, and more.</p>`,
]);
const counted = (name: string) =>
  name === 'count' ? /as of .* · 127\.0\.0\.1/ : /figshare raw counts, all versions/;

const popoverOf = (row: Locator) => row.locator('[popover]:popover-open');
const baseOf = (row: Locator) => row.locator('[part~=base]');

async function showAll(page: Page, show: (body: string) => Promise<void>): Promise<void> {
  await show(`<button>Before</button>${sections(...rows)}<p style="margin-top: 20em">Elsewhere</p>`);
  await allAre(page, 'ready', rows.length);
}

test(
  'a pointer that rests opens it, and one that leaves closes it',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    await showAll(page, show);
    for (const [name] of inLine) {
      const row = rowOf(page, name);
      await expect(popoverOf(row), name).toHaveCount(0);
      await baseOf(row).hover();
      await expect.soft(popoverOf(row), name).toContainText(counted(name));
      // It can be reached: it stays while the pointer is on it.
      await popoverOf(row).hover();
      await expect.soft(popoverOf(row), name).toBeVisible();
      await page.getByText('Elsewhere').hover();
      await expect.soft(popoverOf(row), name).toHaveCount(0);
    }
  },
);

test(
  'the keyboard opens it by focus, describes with it, and Escape closes it',
  { tag: inEveryEngine },
  async ({ page, show }) => {
    await showAll(page, show);
    await page.getByRole('button', { name: 'Before' }).focus();
    for (const [name] of inLine) {
      const row = rowOf(page, name);
      await page.keyboard.press('Tab');
      await expect.soft(baseOf(row), name).toBeFocused();
      await expect.soft(popoverOf(row), name).toContainText(counted(name));
      await expect.soft(baseOf(row), name).toHaveAccessibleDescription(counted(name));
      await page.keyboard.press('Escape');
      await expect.soft(popoverOf(row), name).toHaveCount(0);
      await expect.soft(baseOf(row), name).toBeFocused();
    }
  },
);

test('a finger opens it by a tap, which follows no link, and closes it by a tap elsewhere', async ({
  page,
  show,
}) => {
  await showAll(page, show);
  const address = page.url();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const tap = async (one: Locator) => {
    await one.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await one.boundingBox())!;
    const touchPoints = [{ x: x + Math.min(width / 2, 20), y: y + height / 2 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  for (const [name] of inLine) {
    const row = rowOf(page, name);
    await tap(baseOf(row));
    await expect.soft(popoverOf(row), name).toContainText(counted(name));
    await tap(page.getByText('Elsewhere'));
    await expect.soft(popoverOf(row), name).toHaveCount(0);
  }
  expect(page.url()).toBe(address);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
});

test(
  '“Try again” asks again, in a frame and in the popover of what stands in a line',
  { tag: inEveryEngine },
  async ({ page, show, world }) => {
    const all = subjects.flatMap((element) =>
      element.variants
        .filter((variant) => variant !== 'text')
        .map((variant) => ({ name: `${element.tag} ${variant}`, element, variant })),
    );
    for (const { name, element, variant } of all) {
      world.faults([{ path: '*', fault: 'body', body: 'no answer' }]);
      await show(
        sections([name, `<p>Seen ${element.html(element.item, look(variant, 'loading="eager"'))}.</p>`]),
      );
      await allAre(page, 'error');
      world.faults([]);
      const asked = questions(world).length;
      const button = rowOf(page, name).getByRole('button', { name: 'Try again' });
      if ((await button.count()) === 0) await baseOf(rowOf(page, name)).hover();
      await button.click();
      await allAre(page, 'ready');
      if (!/card|chart/.test(variant)) await shows(element, rowOf(page, name));
      expect(questions(world).length, name).toBeGreaterThan(asked);
      await expect.soft(button, name).toHaveCount(0);
    }
  },
);
