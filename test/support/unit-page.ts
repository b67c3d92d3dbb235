/** The page around a file of unit tests. */
import type { TestRunnerConfig } from '@web/test-runner';
import { clockScript } from './day.js';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** What a CDN serves, by what a test imports of the sources. */
export const builtFiles = {
  '/src/define/all.ts': '/dist/cdn/figshare-elements.js',
  '/src/define/figshare-stats.ts': '/dist/cdn/figshare-stats.js',
  '/src/define/figshare-timeline.ts': '/dist/cdn/figshare-elements.js',
  '/src/define/figshare-breakdown.ts': '/dist/cdn/figshare-elements.js',
  '/src/define/figshare-top.ts': '/dist/cdn/figshare-elements.js',
  '/src/define/figshare-count.ts': '/dist/cdn/figshare-elements.js',
};

/** The runner copies what a red test compared, and does not end where that cannot be copied: an element, a function. */
const copyAll = `<script>
  Node.prototype.toJSON = function () { return this.nodeName; };
  const copy = window.structuredClone;
  window.structuredClone = (value) => {
    try { return copy(value); } catch { return JSON.parse(JSON.stringify(value)); }
  };
</script>`;

/**
 * @param standIn - address of the stand-in
 * @param imports - what is loaded in place of what
 */
export const unitPage =
  (standIn: string, imports: Record<string, string> = {}) =>
  (framework: string) => `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="stand-in" content="${standIn}" />
        <title>figshare-elements</title>
        ${clockScript}
        ${copyAll}
        <script type="importmap">${JSON.stringify({ imports })}</script>
      </head>
      <body><script type="module" src="${framework}"></script></body>
    </html>`;

/** A map of imports counts only before the first module, and the runner puts one of its own first. */
export const mapsFirst: Middleware = async (context, next) => {
  await next();
  if (typeof context.body !== 'string' || !context.response.is('html')) return;
  const [map = ''] = /<script type="importmap">.*?<\/script>/.exec(context.body) ?? [];
  context.body = context.body.replace(map, '').replace('<head>', `<head>${map}`);
};
