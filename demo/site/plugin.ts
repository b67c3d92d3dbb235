import { copyFile, cp, readdir, readFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { languages } from '../../src/format/words/words.js';
import { version } from '../../src/version.js';
import { fill, fillingOf, type Release } from '../snippets/fill.js';
import { usual } from '../snippets/choice.js';
import { readRecipe, type Recipe } from '../snippets/recipe.js';
import { elementPage, elementPages } from './element-pages.js';
import { withLayout } from './layout.js';
import { escaped, toHtml, toInlineHtml } from './markdown.js';
import { attributesOf, reachOf, type Manifest } from './manifest-tables.js';
import { rootFrom, written } from './pages.js';
import { attributeRows, type Row } from './readme-tables.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const demo = here('../');
const built = here('../../dist/cdn/');
const manifestFile = here('../../dist/custom-elements.json');

/** What each built file brings. */
const sizes: Record<string, string> = {
  'figshare-stats.js': 'badge, phrase and card',
  'figshare-elements.js': 'all five elements',
  'figshare-auto.js': 'all five, and links become elements',
  'figshare-chart.js': 'loaded by the first chart of a page',
  'figshare-map.js': 'loaded by the first map of a page',
};

/** Of the elements; where nothing is built yet, snippets go without. */
function release(): Release {
  const file = `${built}sri.json`;
  const integrity = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {};
  return { version, integrity };
}

async function recipes(): Promise<Recipe[]> {
  const names = (await readdir(`${demo}recipes`)).filter((name) => name.endsWith('.md'));
  const all = names.map(async (name) =>
    readRecipe(name.slice(0, -'.md'.length), await readFile(`${demo}recipes/${name}`, 'utf8')),
  );
  return (await Promise.all(all)).filter((one) => one !== undefined).sort((a, b) => a.order - b.order);
}

/** Pages that have no file, by their folder: they are made of Markdown or of a table. */
const made = /^(?:(?:places|elements)\/[\w-]+|upgrade)\/$/;

/** What stands in for a file: the module of the snippets, and these pages. */
const isMade = (id: string) =>
  id === 'virtual:snippets' ||
  (id.startsWith(demo) && id.endsWith('index.html') && made.test(folderOf(id.slice(demo.length))));

/** `places/hugo/` of `places/hugo/index.html`. */
const folderOf = (path: string) => path.replace(/index\.html$/, '');

/** The pages of the site: their common frame, those that are made of Markdown, and what the builder has to know. */
export function sitePages(): Plugin {
  let isBuild = false;
  return {
    name: 'site-pages',
    configResolved: ({ command }) => void (isBuild = command === 'build'),
    resolveId: {
      filter: { id: /^virtual:snippets$|\/index\.html$/ },
      handler: (id) => (isMade(id) ? id : undefined),
    },
    load: {
      filter: { id: /^virtual:snippets$|\/index\.html$/ },
      handler: async (id) => {
        if (!isMade(id)) return undefined;
        return id === 'virtual:snippets' ? snippetsModule() : madePage(folderOf(id.slice(demo.length)));
      },
    },
    configureServer: (server) => () => void server.middlewares.use(serveMade(server)),
    transformIndexHtml: {
      order: 'pre',
      handler: async (page, { path }) => {
        const folder = folderOf(path.replace(/^\//, ''));
        if (folder.startsWith('gallery/') || folder.startsWith('embed/')) return page;
        return withLayout(await withTables(page), layoutOf(folder, isBuild));
      },
    },
  };
}

function layoutOf(folder: string, isBuild: boolean) {
  const root = rootFrom(folder);
  const kB = existsSync(`${built}figshare-stats.js`)
    ? [
        `${Math.round(gzipSync(readFileSync(`${built}figshare-stats.js`), { level: 9 }).length / 1000)} kB a badge`,
      ]
    : [];
  const facts = [
    ...kB,
    'asks figshare, nobody else',
    'fits a strict content policy',
    `<a href="${root}accessibility/">made for WCAG 2.2 AA</a>`,
    `${languages.length} languages`,
  ];
  const elements = isBuild ? `${root}cdn/figshare-elements.js` : `${root}site/elements.ts`;
  const sources = isBuild
    ? {
        examples: `${root}figshare.json`,
        typed: 'https://stats.figshare.com',
        api: 'https://api.figshare.com/v2',
      }
    : { examples: '%SOURCE%', typed: '%SOURCE%', api: '%API%' };
  return { folder, facts, hasGallery: !isBuild, elements, sources, ...(!isBuild && { notice: '%NOTICE%' }) };
}

/** Puts tables and lists where a page names them: `%ATTRIBUTES stats%`, `%PLACES%`. */
async function withTables(page: string): Promise<string> {
  const readme = await readFile(here('../../README.md'), 'utf8');
  const known = existsSync(manifestFile)
    ? (JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest)
    : undefined;
  const withAttributes = page
    .replace(/%ATTRIBUTES (\w+)%/g, (_, element: string) =>
      attributeTable(known ? attributesOf(known, element) : attributeRows(readme, element), element),
    )
    .replace(/%REACH (\w+)%/g, (_, element: string) =>
      known
        ? reachTable(reachOf(known, element))
        : '<p class="muted">Nothing is built here yet: <code>npm run build</code>.</p>',
    );
  if (withAttributes.includes('%SIZES%')) {
    const report = await readFile(here('../../test/bench/report.md'), 'utf8');
    return withAttributes
      .replace('%SIZES%', sizesTable())
      .replace('%BENCH%', () => toRegions(belowTitle(report), 'What was measured'));
  }
  if (!withAttributes.includes('%PLACES%')) return withAttributes;
  const items = (await recipes()).map(
    ({ name, title, strips, tested }) =>
      `<li><a href="${name}/">${escaped(capital(title))}</a><p>${toInlineHtml(strips)}</p><p class="muted small">${tested === 'not run' ? 'Written from its documentation, not run.' : `Run in ${escaped(tested)}.`}</p></li>`,
  );
  const run = toRegions(belowTitle(await readFile(`${demo}places.md`, 'utf8')));
  return withAttributes
    .replace('%PLACES%', `<ul class="list">${items.join('')}</ul>`)
    .replace('%RUN%', () => run);
}

/** What a command has written, without its title: below a heading of the page's own, so its headings are a step lower. */
function belowTitle(report: string): string {
  const [, text = ''] = /^# .*\n([^]*)$/.exec(report) ?? [];
  return text.replace(/^##/gm, '###');
}

/** Markdown as HTML, whose tables scroll by themselves and are named by the heading above them. */
function toRegions(markdown: string, title = 'What was run'): string {
  return toHtml(markdown)
    .replaceAll(/<h[34]>(.*?)<\/h[34]>|<table>/g, (whole, heading?: string) => {
      title = heading?.replaceAll(/<[^>]+>/g, '') ?? title;
      return heading ? whole : `<div class="wide" tabindex="0" role="region" aria-label="${title}">${whole}`;
    })
    .replaceAll('</table>', '</table></div>');
}

function sizesTable(): string {
  if (!existsSync(built))
    return '<p class="muted">Nothing is built here yet: <code>npm run build</code>.</p>';
  const rows = Object.entries(sizes).map(([file, says]) => {
    const kB = (gzipSync(readFileSync(built + file), { level: 9 }).length / 1000).toFixed(1);
    return `<tr><th scope="row"><code>${file}</code></th><td>${says}</td><td>${kB} kB</td></tr>`;
  });
  return `<div class="wide" tabindex="0" role="region" aria-label="Sizes"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

function attributeTable(told: Row[], element: string): string {
  if (told.length === 0) return '<p class="muted">None of its own.</p>';
  // HTML's own, and so none of the manifest's.
  const isLang = element === 'all' && !told.some(([name]) => name === '`lang`');
  const lang: Row = [
    '`lang`',
    languages.map((one) => `\`${one}\``).join(' · '),
    'the nearest up the tree, then the browser’s',
  ];
  const rows = [...told, ...(isLang ? [lang] : [])].map(
    ([name, value, fallback]) =>
      `<tr><th scope="row">${toInlineHtml(name)}</th><td>${toInlineHtml(value)}</td><td>${toInlineHtml(fallback) || '–'}</td></tr>`,
  );
  return `<div class="attributes"><table><thead><tr><th scope="col">attribute</th><th scope="col">value</th><th scope="col">default</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function reachTable(reach: ReturnType<typeof reachOf>): string {
  const rows = reach.flatMap(([title, names]) =>
    names.map(
      ([name, says]) =>
        `<tr><th scope="row">${toInlineHtml(name)}</th><td>${title}</td><td>${toInlineHtml(says)}</td></tr>`,
    ),
  );
  return `<div class="reach"><table><thead><tr><th scope="col">name</th><th scope="col">what it is</th><th scope="col">of what</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** What the builder imports: the recipes without their prose, and the release. */
async function snippetsModule(): Promise<string> {
  const places = (await recipes()).map(({ body: _, ...recipe }) => recipe);
  const workflow = await readFile(`${demo}recipes/snapshot-github-actions.yml`, 'utf8');
  return Object.entries({ recipes: places, languages, workflow, release: release() })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

async function madePage(folder: string): Promise<string> {
  const element = elementPages.find(({ name }) => folder === `elements/${name}/`);
  if (element) {
    const own = `%ATTRIBUTES ${element.name}%`;
    return elementPage(element, { own, reach: `%REACH ${element.name}%`, shared: '%ATTRIBUTES all%' });
  }
  if (folder === 'upgrade/') {
    const text = await readFile(here('../../CHANGELOG.md'), 'utf8');
    const body = text.replace(/^# .*$/m, '').replace(/^## /gm, '## ');
    return plainPage(
      'What changed',
      'What changed from release to release of figshare-elements.',
      `
      <h1>What changed</h1>
      <p class="lead">Snippets pin an exact version, so a page changes only when you change it: put the new version and its
      <code>integrity</code> into the script tag, both from <a href="../builder/">the builder</a>.</p>
      ${toHtml(body)}`,
    );
  }
  const name = folder.split('/')[1] ?? '';
  const recipe = (await recipes()).find((one) => one.name === name);
  if (!recipe) throw new Error(`there is no demo/recipes/${name}.md that says what place it is for`);
  const { title, strips, tested, body } = recipe;
  const wasRun = tested === 'not run' ? 'Not run: written from its documentation.' : `Run in ${tested}.`;
  return plainPage(
    title,
    `figshare’s numbers in ${title}.`,
    `
    <p class="crumbs"><a href="../">Places</a> / ${escaped(title)}</p>
    <h1>${escaped(capital(title))}</h1>
    <p class="lead">${toInlineHtml(strips)}</p>
    <p class="muted">${escaped(wasRun)} The snippets show a badge of one item; <a href="../../builder/?place=${name}">the builder</a>
    makes them of yours. They load version ${version}, and hold from the first release on.</p>
    ${toHtml(fill(body, fillingOf(usual, release())))}`,
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const plainPage = (title: string, description: string, main: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>${escaped(title)} · figshare-elements</title>
    <meta name="description" content="${escaped(description)}" />
    <script type="module" src="${title === 'What changed' ? '../' : '../../'}site/site.ts"></script>
  </head>
  <body>
    <main class="prose">${main}</main>
  </body>
</html>
`;

/** For pages that have no file which a server could find. */
function serveMade(server: ViteDevServer): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = ''] = (request.url ?? '').split(/[?#]/);
    const folder = folderOf(path.replace(/^\//, ''));
    if (!made.test(folder)) {
      next();
      return;
    }
    madePage(folder)
      .then((page) => server.transformIndexHtml(`/${folder}index.html`, page))
      .then((page) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page), next);
  };
}

/** What Vite builds the site of. */
export async function siteEntries(): Promise<string[]> {
  const places = (await recipes()).map(({ name }) => `places/${name}/`);
  const elements = elementPages.map(({ name }) => `elements/${name}/`);
  const folders = [...written.map(({ folder }) => folder), ...elements, ...places, 'upgrade/'];
  return folders.filter((folder) => folder !== 'gallery/').map((folder) => `${demo}${folder}index.html`);
}

/** What the site loads by name, beside it: our own files, and the sample. */
export async function copyBeside(outDir: string): Promise<void> {
  await cp(built, `${outDir}/cdn`, { recursive: true });
  await copyFile(`${demo}figshare.json`, `${outDir}/figshare.json`);
}
