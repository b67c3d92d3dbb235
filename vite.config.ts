import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import typescript from 'typescript';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';
import { copyBeside, siteEntries, sitePages } from './demo/site/plugin.js';
import { standInPlugin } from './demo/stand-in-plugin.js';
import { version } from './src/version.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('dist/cdn');
const siteDir = here('dist/site');

// The minifier drops the libraries' own licence comments, so a notice is added after it.
const notice = (includes: string) => `/*! figshare-elements ${version} | MIT | includes ${includes} */`;
/**
 * Nearly all of it runs when the page loads, so Chromium compiles it while it arrives, beside the page's own thread
 * (https://v8.dev/blog/explicit-compile-hints): a tenth less for that thread until the first number.
 */
const compiledOnArrival = '//# allFunctionsCalledOnLoad';
const withLit = `${notice('Lit, (c) Google LLC, BSD-3-Clause, https://lit.dev')}\n${compiledOnArrival}`;
const withChart = notice('Chart.js, (c) Chart.js contributors, MIT, https://www.chartjs.org');
const withMap = notice('world-atlas, (c) Mike Bostock, ISC, and Natural Earth');

/** What is loaded later, by these names, from beside the file that asks for it. */
const chunks = { chart: 'figshare-chart.js', map: 'figshare-map.js' };

/**
 * One file that a page can load from a CDN: everything inside, no shared chunk.
 *
 * @param format - `iife` for what defines elements: it is a module as well as a classic script, and neither leaves a
 *   name in the page; `es` for what these import, which as a classic script is a syntax error and so does nothing
 */
function bundle(
  entry: string,
  fileName: string,
  format: 'es' | 'iife',
  postBanner = withLit,
  folder = outDir,
): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      // Library mode: the other one adds a preload helper to the file.
      lib: { entry: here(entry), formats: [format], name: 'figshareElements', fileName: () => fileName },
      rolldownOptions: {
        // A file leaves out the formats of dates that its elements don't write.
        treeshake: { manualPureFunctions: ['css', 'perLocale', 'inUtc'] },
        // Vite leaves the white space in ES libraries.
        output: {
          minify: true,
          comments: { annotation: false },
          postBanner,
          // Only while a classic script runs is its address known; a module has none here, and needs none.
          intro: format === 'iife' ? 'const scriptAddress = document.currentScript?.src;' : '',
        },
      },
    },
  };
}

const bundles = {
  elements: bundle('src/cdn/all.ts', 'figshare-elements.js', 'iife'),
  classic: bundle('src/cdn/all.ts', 'figshare-elements.iife.js', 'iife'),
  stats: bundle('src/cdn/stats.ts', 'figshare-stats.js', 'iife'),
  auto: bundle('src/cdn/auto.ts', 'figshare-auto.js', 'iife'),
  chart: bundle('src/elements/timeline/canvas.ts', chunks.chart, 'es', withChart),
  map: bundle('src/elements/breakdown/map-view.ts', chunks.map, 'es', withMap),
};

const embedDir = here('dist/site/embed');
/** What the embed page, static or a relay's, runs beside the elements. */
const embed = bundle('demo/embed/embed.ts', 'embed.js', 'iife', '', embedDir);

/** Writes the static embed page. In a sandbox a page has no origin, and so loads classic scripts alone. */
async function writeEmbedPage() {
  const page = await readFile(here('demo/embed/index.html'), 'utf8');
  const built = page
    .replace('<script type="module" src="embed.ts">', '<script defer src="embed.js">')
    .replace(
      '<script type="module" src="../../src/define/all.ts">',
      '<script defer src="figshare-elements.js">',
    );
  if (built.includes('type="module"'))
    throw new Error('demo/embed/index.html has a script that is not known here');
  await writeFile(`${embedDir}/index.html`, built);
  await copyFile(here('demo/embed/embed.css'), `${embedDir}/embed.css`);
  for (const name of ['figshare-elements.js', ...Object.values(chunks)])
    await copyFile(`${outDir}/${name}`, `${embedDir}/${name}`);
}

/**
 * The relay and the command, with everything inside: whoever installs the package installs nothing for them.
 *
 * @param platform - `neutral` needs nothing of Node
 */
function program(
  folder: string,
  platform: 'node' | 'neutral',
  condition: string,
  input: Record<string, string>,
): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, conditions: [condition, 'module', 'import', 'default'] },
    build: {
      outDir: here('dist'),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      // A Worker's bundler reads the relay's imports as they are written.
      minify: platform === 'node',
      license: { fileName: `${folder}/LICENSES.md` },
      rolldownOptions: {
        platform,
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: `${folder}/[name].js` },
      },
    },
  };
}

const programs = {
  relay: program('relay', 'neutral', 'browser', {
    relay: here('src/relay.ts'),
    'relay/worker': here('src/relay/worker.ts'),
    'images/verdana': here('src/images/verdana.ts'),
    'images/png': here('src/images/png.ts'),
    'images/png-node': here('src/images/png-node.ts'),
    'relay/page-files': here('src/relay/page-files.ts'),
  }),
  command: program('cli', 'node', 'node', { 'cli/main': here('src/cli/main.ts') }),
};

/** The site: pages for visitors, which load the bundles by their names from beside them. */
const site: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: siteDir,
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: await siteEntries() },
  },
};

/** Fonts and pages' scripts weigh more than all the rest, and are not shipped twice. */
const weightsBeside: Plugin = {
  name: 'weights-beside',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'command',
  resolveId: {
    filter: { id: /\/(verdana|png-node|page-files)\.js$/ },
    handler: (id) => ({
      id: `../${id.includes('page-files') ? 'relay' : 'images'}/${basename(id)}`,
      external: true,
    }),
  },
};

/** A worker's platform compiles the program that draws PNG; elsewhere it is read from the same file. */
const resvgBeside: Plugin = {
  name: 'resvg-beside',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^@resvg\/resvg-wasm\/.*\.wasm$/ },
    handler: () => ({ id: '../images/resvg.wasm', external: true }),
  },
};

/** Only for what pages of others load. */
const forPages: Pick<Plugin, 'applyToEnvironment'> = {
  applyToEnvironment: ({ name }) => Object.hasOwn(bundles, name),
};

/** The bundles import chart and map as their neighbours. */
const chunksBeside: Plugin = {
  name: 'chunks-beside',
  apply: 'build',
  ...forPages,
  enforce: 'pre',
  resolveId: {
    filter: { id: /\/(canvas|map-view)\.js$/ },
    handler: (id) => ({ id: `./${chunks[id.includes('canvas') ? 'chart' : 'map']}`, external: true }),
  },
};

/**
 * Chart.js parses colours to fade from one to another and to pale them under the pointer. The chart does neither, and tells
 * all its colours as the canvas takes them: what reckons with them would be a thirteenth of its file.
 */
const coloursAsTold: Plugin = {
  name: 'colours-as-told',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'chart',
  enforce: 'pre',
  resolveId: { filter: { id: /^@kurkle\/color$/ }, handler: () => '\0colours-as-told' },
  load: {
    filter: { id: /^\0colours-as-told$/ },
    // No colour comes of a colour but itself.
    handler: () => `export class Color {
      valid = false;
      constructor(told) { this.told = told; }
      saturate() { return this; }
      darken() { return this; }
      hexString() { return this.told; }
    }`,
  },
};

/** A classic script from elsewhere looks for its neighbours beside the page, unless it is told their address. */
const neighboursByAddress: Plugin = {
  name: 'neighbours-by-address',
  apply: 'build',
  renderChunk: (code, _chunk, { format }) =>
    format === 'iife'
      ? code.replace(
          /\bimport\((["'`])(\.\/figshare-\w+\.js)\1\)/g,
          'import(scriptAddress ? new URL("$2", scriptAddress).href : "$2")',
        )
      : null,
};

/**
 * Lit takes a page's document and globals for what browsers make them. A form named "createTreeWalker" hides that method of
 * the document, and whatever a page names "litHtmlPolyfillSupport" is called. In these files Lit calls the document's own
 * methods and no polyfills; nor does it leave its version on the page, where another Lit would warn of two.
 */
const litOnAnyPage: Plugin = {
  name: 'lit-on-any-page',
  apply: 'build',
  ...forPages,
  transform: {
    filter: { id: /\/(lit-html|lit-element|reactive-element)\.js$/ },
    handler(code) {
      const changed = code
        .replace(/\b(\w+)\.(create(?:Comment|TextNode|TreeWalker))\(/g, 'Document.prototype.$2.call($1,')
        .replace(/\b(\w+)\.createElement\("/g, 'Document.prototype.createElement.call($1,"')
        .replace(/\((\w+\?\.creationScope\?\?\w+)\)\.importNode\(/g, 'Document.prototype.importNode.call($1,')
        .replace(/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0')
        .replace(/const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/, '')
        .replace(/,\w+=\w+\.litHtmlPolyfillSupport;\w+\?\.\(\w+,\w+\),/, ';')
        .replace(/,\w+=\w+\.reactiveElementPolyfillSupport/, '')
        .replace(/\w+\?\.\(\{ReactiveElement:\w+\}\),/, '')
        .replace(/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, '')
        .replace(/const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{.*?\.set\(\w+,\w+\)\}/, '')
        .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0');
      const left =
        /\w+(Support|Versions|Metadata)\b|\?\.\(\{\w+:|[\w)]\.(create(Comment|TextNode|TreeWalker)|importNode)\(/.exec(
          changed,
        );
      if (left) throw new Error(`another version of Lit? It has "${left[0]}"`);
      return { code: changed, map: null };
    },
  },
};

/** MooTools has put a function of its own in the place of `Array.from`, which makes a list of a set that holds the set. */
const listsOfOurOwn: Plugin = {
  name: 'lists-of-our-own',
  apply: 'build',
  ...forPages,
  transform: {
    filter: { id: /\/node_modules\/.*\.js$/ },
    handler: (code) => ({ code: code.replace(/\bArray\.from\((\w+(?:\.\w+)?)\)/g, '[...$1]'), map: null }),
  },
};

/** A second pass takes an eighth off Chart.js, and a little off the others. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  apply: 'build',
  ...forPages,
  async generateBundle({ format }, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      const compress = {
        passes: 3,
        pure_getters: true,
        unsafe_arrows: true,
        lhs_constants: false,
      };
      const { code } = await minify(file.code, {
        module: format === 'es',
        ecma: 2020,
        compress,
        format: { comments: /^[!#]/ }, // the notice, and what it says to the browser
      });
      // A break in the text of a script stands in a template: markup or a style sheet, indented as in the source.
      file.code = (code ?? file.code).replace(/\n\s+/g, '\n');
    }
  },
};

/** To a minifier of scripts, style sheets are text. */
const minifyStyles: Plugin = {
  name: 'minify-styles',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/.*styles\.ts$/ },
    handler: (code) => ({ code: code.replace(/\bcss`[^`]*`/g, minifySheet), map: null }),
  },
};

/** In selectors there is no space after a colon, in values none is needed. */
function minifySheet(sheet: string): string {
  return sheet
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s*([{};])\s*|([:,])\s+/g, '$1$2')
    .replaceAll(';}', '}');
}

/** Writes `sri.json`: what to put in the `integrity` attribute, by file name. */
async function writeIntegrity() {
  const integrity: Record<string, string> = {};
  for (const name of (await readdir(outDir)).sort()) {
    const digest = createHash('sha384')
      .update(await readFile(`${outDir}/${name}`))
      .digest('base64');
    integrity[name] = `sha384-${digest}`;
  }
  await writeFile(`${outDir}/sri.json`, JSON.stringify(integrity, null, 2) + '\n');
}

/** Writes the types of what is bundled: of the files that a user's compiler reads, and no others. */
async function writeTypes() {
  for (const name of ['relay', 'relay/app', 'relay/options', 'relay/worker']) {
    const source = await readFile(here(`src/${name}.ts`), 'utf8');
    const { outputText, diagnostics } = typescript.transpileDeclaration(source, {
      reportDiagnostics: true,
      compilerOptions: { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.NodeNext },
    });
    for (const { messageText } of diagnostics ?? [])
      throw new Error(`${name}: ${JSON.stringify(messageText)}`);
    await writeFile(here(`dist/${name}.d.ts`), outputText);
  }
}

/** package.json lists what has side effects in dist; here it is src that is bundled. */
const keepDefinitions: Plugin = {
  name: 'keep-definitions',
  transform: {
    filter: { id: /\/src\/(define|cdn)\/[^/]+\.ts$/ },
    handler: (code) => ({ code, map: null, moduleSideEffects: true }),
  },
};

/** `vite` serves demo/, `vite build` writes dist/. */
export default defineConfig(({ command }) => ({
  root: here('demo'),
  base: './',
  appType: 'mpa',
  plugins: [
    keepDefinitions,
    coloursAsTold,
    chunksBeside,
    neighboursByAddress,
    weightsBeside,
    resvgBeside,
    minifyStyles,
    litOnAnyPage,
    listsOfOurOwn,
    minifyAgain,
    sitePages(),
    standInPlugin(),
  ],
  server: { fs: { allow: [here('.')] } }, // demo/ imports from src/
  // Lit's production build in the gallery, too: the other one greets on the console.
  resolve: command === 'serve' ? { conditions: ['module', 'browser', 'production'] } : {},
  optimizeDeps: { include: ['chart.js'] }, // found later, it would make the page reload
  // The compiler makes static blocks of static fields, which are a syntax error in Safari before 16.4: this takes them out.
  build: { target: 'safari16' },
  environments: command === 'build' ? { ...bundles, embed, ...programs, site } : {},
  builder: {
    async buildApp(builder) {
      await rm(outDir, { recursive: true, force: true });
      for (const name of Object.keys(bundles)) await builder.build(builder.environments[name]!);
      await writeIntegrity();
      await builder.build(builder.environments['site']!);
      await rm(embedDir, { recursive: true, force: true });
      await builder.build(builder.environments['embed']!);
      await writeEmbedPage();
      for (const name of Object.keys(programs)) await builder.build(builder.environments[name]!);
      await writeTypes();
      await copyFile(here('src/source/snapshot.schema.json'), here('dist/snapshot.schema.json'));
      await copyFile(here('node_modules/@resvg/resvg-wasm/index_bg.wasm'), here('dist/images/resvg.wasm'));
      await copyFile(here('src/images/fonts/README.md'), here('dist/images/FONTS.md'));
      await copyFile(here('src/images/fonts/LICENSE-DejaVu.txt'), here('dist/images/LICENSE-DejaVu.txt'));
      // The bundles hold copies of these, and their licences ask to be with each copy.
      const licences = {
        lit: 'LICENSE',
        'chart.js': 'LICENSE.md',
        'world-atlas': 'LICENSE',
      };
      for (const [library, file] of Object.entries(licences))
        await copyFile(here(`node_modules/${library}/${file}`), `${outDir}/LICENSE-${library}.txt`);
      await copyBeside(siteDir);
    },
  },
}));
