/** The site as it is built: from a DOI to a snippet that works on somebody's page. */
import { createRequire } from 'node:module';
import { catchCopies, expect, lastCopied, liveService, overflow, poll, snippetOf, test } from './site.js';

const doi = '10.6084/m9.figshare.30000001';
const sample = '10.6084/m9.figshare.766364';
const views = '18,734';

/** A fresh one for each: the clipboard is caught in it. */
test.use({ ownContext: true });

test.beforeEach(({ page }) => catchCopies(page));

test('the front door shows the example at once, with its title, and asks nobody', async ({
  page,
  visit,
  asked,
}) => {
  await visit('');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Show how your figshare data are used');
  await expect(page.getByLabel('DOI or figshare link')).toHaveValue(sample);
  await expect(page.locator('#title')).toContainText('766364');
  await expect(page.locator('.numbers figshare-stats').getByText('46,088')).toBeVisible();
  await expect(page.locator('.paper figshare-stats').getByText('46,088')).toHaveCount(5);
  expect(asked).toEqual([]);
});

test('four steps lead from the front door to a snippet that shows the number on a page of another origin', async ({
  page,
  visit,
  pasted,
  asked,
}) => {
  await visit('');
  await page.getByLabel('DOI or figshare link').fill(doi); // 1
  await page.getByRole('link', { name: 'Put it on my page' }).click(); // 2
  await page.getByRole('radio', { name: /A card/ }).check(); // 3
  await page.getByRole('button', { name: 'Copy', exact: true }).click(); // 4
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Copied: The line to paste' })).toBeAttached();
  const snippet = await lastCopied(page);
  expect(snippet).toBe(await snippetOf(page));
  expect(snippet).toMatch(/ integrity="sha384-[\w+/=]+" crossorigin="anonymous"/);

  await pasted(snippet);
  await expect(page.locator('figshare-stats').getByText(views)).toBeVisible();
  expect(new Set(asked.map((address) => new URL(address).host))).toEqual(
    new Set(['stats.figshare.com', 'api.figshare.com', 'cdn.jsdelivr.net']),
  );
});
