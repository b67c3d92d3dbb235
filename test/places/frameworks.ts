/** Frameworks: the recipe's component is type-checked where its framework has types, built, and run in the browser. */
import { readFileSync } from 'node:fs';
import type { Place } from './place.js';
import type { Workshop } from './workshop.js';

const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Data</title><div id="root"></div><script type="module" src="/main.%END%"></script></html>';

const putPage = (at: Workshop, end: string) => at.write('index.html', page.replace('%END%', end));

const builtByVite = async (at: Workshop) => {
  await at.run('npx', ['vite', 'build', '--logLevel=error']);
  return at.chromium.number(`${await at.serve('dist')}/index.html`);
};

const strict = (more: object) =>
  JSON.stringify({
    compilerOptions: {
      ...{ strict: true, noEmit: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
      ...{ lib: ['es2023', 'dom', 'dom.iterable'], types: [], skipLibCheck: false },
      ...more,
    },
    include: ['*.ts', '*.tsx'],
  });

const react: Place = {
  name: 'react',
  title: 'React, with Vite',
  async run(at) {
    await at.npm(
      'react@19.3.1',
      'react-dom@19.3.1',
      '@types/react@19.3.3',
      '@types/react-dom@19.3.0',
      at.tarball,
    );
    await at.npm('vite@8.3.8', '@vitejs/plugin-react@6.3.0', 'typescript@6.0.3');
    await at.write('numbers.tsx', (await at.recipe('react')).each);
    await at.write('example.tsx', readFileSync('demo/examples/react.tsx', 'utf8'));
    await at.write(
      'main.tsx',
      `import { createRoot } from 'react-dom/client';
import { FigshareNumbers } from './numbers';
createRoot(document.getElementById('root')!).render(<FigshareNumbers />);`,
    );
    await at.write(
      'vite.config.mjs',
      "import react from '@vitejs/plugin-react';\nexport default { plugins: [react()] };",
    );
    await at.write('tsconfig.json', strict({ jsx: 'react-jsx' }));
    await putPage(at, 'tsx');
    await at.run('npx', ['tsc']);
    return {
      version: 'React 19.3.1, Vite 8.3.8, TypeScript 6.0.3',
      ran: 'the component of the recipe and `demo/examples/react.tsx`, type-checked; the component built',
      result: await builtByVite(at),
    };
  },
};

const next: Place = {
  name: 'next',
  title: 'Next, static export',
  async run(at) {
    await at.npm('next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1', '@types/react@19.3.3', at.tarball);
    await at.npm('typescript@6.0.3', '@types/node@20.19.43');
    await at.write('app/numbers.tsx', (await at.recipe('react')).each);
    await at.write(
      'app/layout.tsx',
      'export default function Layout({ children }: { children: React.ReactNode }) { return <html lang="en"><body>{children}</body></html>; }',
    );
    await at.write(
      'app/page.tsx',
      "import { FigshareNumbers } from './numbers';\nexport default function Page() { return <main><FigshareNumbers /></main>; }",
    );
    await at.write('next.config.mjs', "export default { output: 'export' };");
    await at.run('npx', ['next', 'build'], { env: { NEXT_TELEMETRY_DISABLED: '1' } });
    return {
      version: 'Next 16.4.6, React 19.3.1',
      ran: 'the component of the recipe, rendered by a server component; `next build` checks its types',
      result: await at.chromium.number(`${await at.serve('out')}/index.html`),
    };
  },
};

const vue: Place = {
  name: 'vue',
  title: 'Vue',
  async run(at) {
    await at.npm('vue@3.5.45', 'vite@8.3.8', '@vitejs/plugin-vue@6.0.11', at.tarball);
    const { once, each } = await at.recipe('vue');
    await at.write('App.vue', each);
    await at.write(
      'main.js',
      "import { createApp } from 'vue';\nimport App from './App.vue';\ncreateApp(App).mount('#root');",
    );
    const plugin = (once.at(-1) ?? '').replace(/;\s*$/, '');
    await at.write(
      'vite.config.mjs',
      `import vue from '@vitejs/plugin-vue';\nexport default { plugins: [${plugin}] };`,
    );
    await putPage(at, 'js');
    return {
      version: 'Vue 3.5.45, Vite 8.3.8',
      ran: 'the component and the line of `vite.config` of the recipe',
      result: await builtByVite(at),
    };
  },
};

const svelte: Place = {
  name: 'svelte',
  title: 'Svelte',
  async run(at) {
    await at.npm('svelte@5.57.3', 'vite@8.3.8', '@sveltejs/vite-plugin-svelte@7.3.1', at.tarball);
    await at.write(
      'App.svelte',
      `<script>import 'figshare-elements/define';</script>\n${at.fill('%ELEMENT%')}`,
    );
    await at.write(
      'main.js',
      "import { mount } from 'svelte';\nimport App from './App.svelte';\nmount(App, { target: document.getElementById('root') });",
    );
    await at.write(
      'vite.config.mjs',
      "import { svelte } from '@sveltejs/vite-plugin-svelte';\nexport default { plugins: [svelte()] };",
    );
    await putPage(at, 'js');
    return {
      version: 'Svelte 5.57.3, Vite 8.3.8',
      ran: '`import "figshare-elements/define"` and the tag in a component',
      result: await builtByVite(at),
    };
  },
};

/** Both write the tag itself: they need no component of ours. */
const ofTags = (
  name: 'preact' | 'solid',
  version: string,
  packages: string[],
  main: string,
  jsx: string,
): Place => ({
  name,
  title: name === 'preact' ? 'Preact' : 'Solid',
  async run(at) {
    await at.npm(...packages, 'vite@8.3.8', at.tarball);
    await at.write(
      'main.jsx',
      `import 'figshare-elements/define';\n${main.replace('%ELEMENT%', at.fill('%ELEMENT%'))}`,
    );
    await at.write('vite.config.mjs', jsx);
    await putPage(at, 'jsx');
    return {
      version: `${version}, Vite 8.3.8`,
      ran: '`import "figshare-elements/define"` and the tag in JSX',
      result: await builtByVite(at),
    };
  },
});

const preact = ofTags(
  'preact',
  'Preact 11.2.0',
  ['preact@11.2.0'],
  "import { render } from 'preact';\nrender(<p>%ELEMENT%</p>, document.getElementById('root'));",
  "export default { oxc: { jsx: { importSource: 'preact' } } };",
);

const solid = ofTags(
  'solid',
  'Solid 1.9.20',
  ['solid-js@1.9.20', 'vite-plugin-solid@2.11.14'],
  "import { render } from 'solid-js/web';\nrender(() => <p>%ELEMENT%</p>, document.getElementById('root'));",
  "import solid from 'vite-plugin-solid';\nexport default { plugins: [solid()] };",
);

const typescript: Place = {
  name: 'typescript',
  title: 'Plain TypeScript, in Vite',
  async run(at) {
    await at.npm('typescript@6.0.3', 'vite@8.3.8', at.tarball);
    await at.write('main.ts', readFileSync('demo/examples/page.ts', 'utf8'));
    await at.write('tsconfig.json', strict({}));
    await putPage(at, 'ts');
    await at.write('vite.config.mjs', "export default { build: { target: 'es2022' } };");
    await at.run('npx', ['tsc']);
    return {
      version: 'TypeScript 6.0.3, Vite 8.3.8',
      ran: '`demo/examples/page.ts`, type-checked with `skipLibCheck: false`, and built',
      result: await builtByVite(at),
    };
  },
};

export const frameworks = [react, next, vue, svelte, preact, solid, typescript];
