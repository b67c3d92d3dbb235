/** The npm package in bundlers without tricks, and where there is no browser: servers, tests, edge runtimes. */
import type { Outcome, Place } from './place.js';
import type { Workshop } from './workshop.js';

const tags = ['stats', 'timeline', 'breakdown', 'top', 'count'].map((name) => `figshare-${name}`);

async function numberOf(at: Workshop, script: string): Promise<string> {
  await at.write(
    `made/index.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Data</title><p>${at.fill('%ELEMENT%')}</p><script type="module" src="${script}"></script></html>`,
  );
  return at.chromium.number(`${await at.serve('made')}/index.html`);
}

const rollup: Place = {
  name: 'rollup',
  title: 'Rollup',
  async run(at) {
    await at.npm('rollup@4.67.4', '@rollup/plugin-node-resolve@16.0.3', at.tarball);
    await at.write('main.js', "import 'figshare-elements/define';");
    await at.run('npx', ['rollup', 'main.js', '-p', 'node-resolve', '-d', 'made', '--silent']);
    return {
      version: 'Rollup 4.67.4, node-resolve 16.0.3',
      ran: '`import "figshare-elements/define"`',
      result: await numberOf(at, 'main.js'),
    };
  },
};

const parcel: Place = {
  name: 'parcel',
  title: 'Parcel',
  async run(at) {
    await at.npm('parcel@2.16.4', at.tarball);
    const build = ['parcel', 'build', 'main.js', '--dist-dir=made', '--no-source-maps', '--log-level=error'];
    await at.write(
      'main.js',
      "import { FigshareStats } from 'figshare-elements';\ncustomElements.define('figshare-stats', FigshareStats);",
    );
    await at.run('npx', build);
    const main = await numberOf(at, 'main.js');
    const manifest = JSON.parse(await at.read('package.json')) as object;
    const setting = { '@parcel/resolver-default': { packageExports: true } };
    await at.write('package.json', JSON.stringify({ ...manifest, ...setting }));
    await at.write('main.js', "import 'figshare-elements/define';");
    await at.run('npx', build);
    return {
      version: 'Parcel 2.16.4',
      ran: '`import … from "figshare-elements"` with no setting; `import "figshare-elements/define"` with `"@parcel/resolver-default": { "packageExports": true }` in package.json, without which Parcel reads no package’s `exports`',
      result: `without: ${main}; with: ${await numberOf(at, 'main.js')}`,
    };
  },
};

/** Runs a module and hands on its last line. */
async function last(at: Workshop, text: string, args: string[] = []): Promise<string> {
  await at.write('run.mjs', text);
  const output = await at.run(process.execPath, [...args, 'run.mjs']);
  return output.trim().split('\n').at(-1) ?? '';
}

const connecting = `
await import('figshare-elements/define');
const thrown = [];
window.addEventListener('error', ({ message }) => thrown.push(message));
for (const tag of ${JSON.stringify(tags)}) {
  const one = document.createElement(tag);
  one.setAttribute('item', '766364');
  document.body.append(one);
  await one.updateComplete;
  one.remove();
}
if (thrown.length) throw new Error(thrown.join());
console.log('all five are defined, connected and removed without a throw');
process.exit();`;

/** The five in a DOM that a script makes. */
async function inMadeDom(at: Workshop, version: string, script: string): Promise<Outcome> {
  const result = await last(at, `${script}\n${connecting}`, ['--conditions=browser']);
  return { version, ran: 'import, and each of the five put into a page', result };
}

const jsdom: Place = {
  name: 'jsdom',
  title: 'jsdom',
  async run(at) {
    await at.npm('jsdom@29.1.1', at.tarball);
    return inMadeDom(
      at,
      'jsdom 29.1.1',
      `import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://127.0.0.1/', pretendToBeVisual: true });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
Object.assign(globalThis, { window, AbortController: window.AbortController, AbortSignal: window.AbortSignal, Event: window.Event, CustomEvent: window.CustomEvent });`,
    );
  },
};

const happyDom: Place = {
  name: 'happy-dom',
  title: 'happy-dom',
  async run(at) {
    await at.npm('happy-dom@21.0.4', '@happy-dom/global-registrator@21.0.4', at.tarball);
    return inMadeDom(
      at,
      'happy-dom 21.0.4',
      `import { GlobalRegistrator } from '@happy-dom/global-registrator';
GlobalRegistrator.register({ url: 'http://127.0.0.1/' });`,
    );
  },
};

const litSsr: Place = {
  name: 'lit-ssr',
  title: '@lit-labs/ssr',
  async run(at) {
    await at.npm('@lit-labs/ssr@4.1.0', 'lit@3.3.3', at.tarball);
    const templates = tags.map((tag) => `html\`<${tag} item="766364">The data</${tag}>\``);
    const result = await last(
      at,
      `import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import 'figshare-elements/define';
for (const template of [${templates.join()}]) {
  const text = await collectResult(render(template));
  if (!text.includes('<template shadowroot') || !text.includes('The data')) throw new Error('not rendered: ' + text);
}
console.log('all five are rendered, with their fallback');`,
    );
    return { version: '@lit-labs/ssr 4.1.0', ran: '`render` of each of the five', result };
  },
};

const edge: Place = {
  name: 'edge',
  title: 'Edge runtimes',
  async run(at) {
    await at.npm('esbuild@0.28.2', '@edge-runtime/vm@5.0.0', 'miniflare@4.20251202.1', at.tarball);
    await at.write(
      'worker.js',
      `import * as elements from 'figshare-elements';
import 'figshare-elements/define';
import { parseItem } from 'figshare-elements/client';
export default { fetch: () => Response.json([Object.keys(elements).length > 0, parseItem('10.6084/m9.figshare.766364').id]) };
globalThis.answered = String(parseItem('10.6084/m9.figshare.766364').id);`,
    );
    for (const condition of ['workerd', 'edge-light'])
      await at.run('npx', [
        ...['esbuild', 'worker.js', '--bundle', `--conditions=${condition}`, '--log-level=error'],
        ...[`--outfile=${condition}.js`, `--format=${condition === 'workerd' ? 'esm' : 'iife'}`],
      ]);
    const result = await last(
      at,
      `import { readFileSync } from 'node:fs';
import { EdgeVM } from '@edge-runtime/vm';
import { Miniflare } from 'miniflare';
const vm = new EdgeVM();
vm.evaluate(readFileSync('edge-light.js', 'utf8'));
if (vm.evaluate('answered') !== '766364') throw new Error('edge-light: ' + vm.evaluate('answered'));
const worker = new Miniflare({ modules: true, script: readFileSync('workerd.js', 'utf8') });
const answer = await (await worker.dispatchFetch('http://127.0.0.1/')).text();
await worker.dispose();
if (!answer.includes('766364')) throw new Error('workerd: ' + answer);
console.log('package, \`/define\` and \`/client\` load; an item is read');`,
    );
    return {
      version: 'edge-runtime’s vm 5.0.0, miniflare 4.20251202.1 (workerd)',
      ran: 'a worker that imports them, bundled with the conditions `edge-light` and `workerd`',
      result,
    };
  },
};

export const packaged = [rollup, parcel, jsdom, happyDom, litSsr, edge];
