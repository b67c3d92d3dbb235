/**
 * What editors and frameworks read of the elements: one manifest, and from it VS Code's data, JetBrains' web-types and JSX
 * types. It reads the classes' comments and fields, after `tsc` has written `dist/`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { kinds } from './dist/figshare/item.js';
import { counters } from './dist/figshare/metric.js';
import { rankings } from './dist/figshare/top.js';

const outdir = 'dist';
const quiet = { outdir, hideLogs: true, hideCssPropertiesDocs: true };

/** An editor cannot look up what a name of ours stands for. */
const names = { Counter: counters, Kind: kinds, Ranking: rankings };

/** What events bring. */
const answers = ['Answered', 'Breakdown', 'GroupCount', 'Timeline', 'Top', 'Totals'];

/** Where a class is, below `dist/`. */
const modulePath = (name) => `elements/${tagOf(name).slice('figshare-'.length)}/${tagOf(name)}.js`;

export default {
  globs: ['src/elements/**/*.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    { name: 'published-elements', packageLinkPhase },
    customElementVsCodePlugin(quiet),
    customElementJetBrainsPlugin({
      ...quiet,
      packageJson: false,
      modulePathTemplate: (name) => `./dist/${modulePath(name)}`,
    }),
    jsxTypesPlugin({
      outdir,
      fileName: 'jsx.d.ts',
      globalTypePath: './index.js',
      stronglyTypedEvents: true,
      includeDefaultDOMEvents: true,
    }),
    { name: 'types-of-answers', packageLinkPhase: importAnswers },
  ],
};

/** Leaves the five elements and, of them, what is public. */
function packageLinkPhase({ customElementsManifest }) {
  const elements = customElementsManifest.modules.flatMap(({ declarations = [] }) =>
    declarations.filter(({ name }) => /^Figshare(Breakdown|Count|Stats|Timeline|Top)$/.test(name)),
  );
  customElementsManifest.modules = elements.map((element) => {
    const { name, attributes, events, members } = element;
    const path = `dist/${modulePath(name)}`;
    const attributeNames = new Set(attributes.map(({ fieldName }) => fieldName));
    const declaration = {
      ...element,
      tagName: tagOf(name),
      customElement: true,
      attributes: attributes.map(published),
      events: events.filter((event) => event.name.startsWith('figshare-')),
      members: members.filter((one) => attributeNames.has(one.name) || one.name === 'status').map(published),
    };
    return {
      kind: 'javascript-module',
      path,
      declarations: [declaration],
      exports: [
        { kind: 'js', name, declaration: { name, module: path } },
        { kind: 'custom-element-definition', name: tagOf(name), declaration: { name, module: path } },
      ],
    };
  });
}

/** The JSX types name what events bring, and import the elements alone. */
function importAnswers() {
  const path = `${outdir}/jsx.d.ts`;
  const imports = `import type { ${answers.join(', ')} } from './index.js';\n`;
  writeFileSync(path, imports + readFileSync(path, 'utf8'));
}

/** "FigshareStats" is the class of `figshare-stats`. */
function tagOf(name) {
  return name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}

function published(one) {
  const text = one.type?.text
    .replace(/ \| undefined$/, '')
    .replace(/^\w+$/, (name) => names[name]?.map((value) => `'${value}'`).join(' | ') ?? name);
  return { ...one, inheritedFrom: undefined, ...(text && { type: { text } }) };
}
