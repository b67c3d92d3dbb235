import { chromium, type CDPSession } from '@playwright/test';
import { startCdn, startPages } from '../support/origins.js';
import { startStandIn, type Settings } from '../support/stand-in.js';
import { chromiumArgs, programs } from '../support/system.mjs';
import { bundlePageScript } from './bundle.js';
import type { Case } from './cases.js';
import { item, totals, views } from './numbers.js';

/** On one day of each month. */
const viewsByDay = Object.fromEntries(views.map(({ date, value }) => [`${date}-15`, value]));

const settings: Partial<Settings> = {
  items: { [`article/${item}`]: { ...totals, timeline: { views: viewsByDay } } },
};

/** Starts what measuring needs: a browser, a page, the built files, a service. */
export async function startMeasuring() {
  const script = await bundlePageScript();
  const [standIn, pages, cdn, browser] = await Promise.all([
    startStandIn(),
    startPages(),
    startCdn(),
    chromium.launch({ executablePath: programs.chromium, args: chromiumArgs }),
  ]);
  const world = standIn.world('bench');
  world.settings(settings);
  pages.put('/favicon.ico', '');
  const address = pages.put(
    '/bench.html',
    `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <title>Drawings</title>
        <meta name="figshare-source" content="${world.url}">
        <script type="module" src="${cdn.url}/figshare-elements.js"></script>
        <script type="module" src="${pages.put('/bench.js', script)}"></script>
      </head>
      <body></body>
    </html>`,
  );

  return {
    /** Milliseconds of the main thread until painted, on a page of its own, and that in a process of its own. */
    async measure({ way, count }: Case): Promise<number> {
      const page = await browser.newPage();
      try {
        await page.goto(address);
        const client = await page.context().newCDPSession(page);
        await client.send('Performance.enable', { timeDomain: 'threadTicks' });
        const cpuOf = async (count: number) => {
          const before = await taskDuration(client);
          await page.evaluate(([way, count]) => window.measure(way, count), [way, count] as const);
          return (await taskDuration(client)) - before;
        };
        await cpuOf(1);
        return await cpuOf(count);
      } finally {
        await page.close();
      }
    },
    async stop(): Promise<void> {
      await Promise.all([browser.close(), standIn.close(), pages.close(), cdn.close()]);
    },
  };
}

/** Milliseconds that the main thread has worked: unlike the time that passes, it hardly depends on what else runs. */
export async function taskDuration(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}
