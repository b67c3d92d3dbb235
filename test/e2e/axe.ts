import { createRequire } from 'node:module';

interface AxeResults {
  violations: { id: string; nodes: { html: string; target: unknown }[] }[];
}

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

/** What `page.addScriptTag` takes to bring `window.axe`. */
export const axe = { path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') };
