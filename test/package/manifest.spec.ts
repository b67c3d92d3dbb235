/** What editors and frameworks read of the elements, held to the README and to TypeScript. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { json } from './dist.js';

interface Named {
  name: string;
  description?: string;
  type?: { text: string };
}
interface Declaration {
  name: string;
  tagName: string;
  description: string;
  attributes: Named[];
  events: Named[];
  cssParts: Named[];
  cssProperties: Named[];
}
interface Manifest {
  modules: { path: string; declarations: Declaration[] }[];
}

const readme = readFileSync('README.md', 'utf8');
const { modules } = json('dist/custom-elements.json') as Manifest;
const elements = modules.flatMap(({ declarations }) => declarations);
const tags = ['breakdown', 'count', 'stats', 'timeline', 'top'].map((name) => `figshare-${name}`);

test('holds the five elements and nothing else', () => {
  expect(elements.map(({ tagName }) => tagName).sort()).toEqual(tags);
  for (const { path } of modules) expect(readFileSync(path, 'utf8')).toContain('export class Figshare');
});

test('names the attributes that the README lists for each element', () => {
  const tables = readme.split('## Attributes')[1]!.split('\n## ')[0]!;
  const shared = attributesIn(tables.split('\n`<figshare-')[0]!);
  for (const { tagName, attributes } of elements) {
    const table = tables.split(`\n\`<${tagName}>\``)[1]?.split('\n`<')[0] ?? '';
    const listed = [...shared, ...attributesIn(table)].filter((name) => name !== 'lang');
    expect(sorted(attributes), tagName).toEqual([...new Set(listed)].sort());
  }
});

test('says of each attribute what it does, and what it may be', () => {
  for (const { tagName, attributes } of elements) {
    for (const { name, description, type } of attributes) {
      expect(description, `${tagName} ${name}`).toMatch(/\w/);
      expect(type?.text, `${tagName} ${name}`).toMatch(/^('[\w-]+'( \| )?)+$|^(string|number|boolean)/);
    }
  }
});

test('names parts, properties and events of the README', () => {
  for (const { cssParts, cssProperties, events } of elements) {
    for (const { name } of [...cssParts, ...cssProperties]) expect(readme).toContain(`\`${name}\``);
    expect(sorted(events)).toEqual(['figshare-error', 'figshare-load']);
  }
});

test('is what editors are told', () => {
  const code = json('dist/vscode.html-custom-data.json') as { tags: (Named & { attributes: Named[] })[] };
  const jetBrains = json('dist/web-types.json') as {
    contributions: { html: { elements: (Named & { attributes: Named[] })[] } };
  };
  for (const told of [code.tags, jetBrains.contributions.html.elements]) {
    expect(sorted(told)).toEqual(tags);
    for (const { tagName, attributes } of elements) {
      expect(sorted(told.find(({ name }) => name === tagName)!.attributes)).toEqual(sorted(attributes));
    }
  }
});

test('examples compile with the published types', () => {
  const { status, stdout } = spawnSync('tsc', ['--noEmit', '-p', 'demo/examples/tsconfig.json'], {
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
});

test('React draws a tag with its attributes on a server, and the link in it', () => {
  const program = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { FigshareStats } from 'figshare-elements/react';
    const props = { item: '766364', metrics: 'views', noLink: true, onfigshareload: () => {} };
    console.log(renderToString(createElement(FigshareStats, props, createElement('a', { href: '/data' }, 'Data'))));`;
  const output = execFileSync('node', ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(output.trim()).toBe(
    '<figshare-stats item="766364" metrics="views" noLink=""><a href="/data">Data</a></figshare-stats>',
  );
});

test('edge runtimes and workers, which have no DOM, load it', () => {
  for (const condition of ['workerd', 'edge-light', 'worker']) {
    const program = `
      await import('figshare-elements/define');
      await import('figshare-elements/define/figshare-stats');
      const { parseItem } = await import('figshare-elements');
      console.log(\`\${parseItem('766364').id} \${typeof globalThis.HTMLElement}\`);`;
    const output = execFileSync('node', ['-C', condition, '--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect(output.trim()).toBe('766364 undefined');
  }
});

/** The names in the first column of tables. */
function attributesIn(text: string): string[] {
  const cells = [...text.matchAll(/^\| (`[^|]*)\|/gm)].map(([, cell]) => cell!);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}

function sorted(named: Named[]): string[] {
  return named.map(({ name }) => name).sort();
}
