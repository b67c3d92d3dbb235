/** Generators of static sites, from Debian: the recipe's snippet goes into a page, the site is made and served. */
import { allForms, describeLeft, forms, linkAddress } from './left.js';
import type { Place } from './place.js';
import type { Workshop } from './workshop.js';

/** Two of the forms as Markdown writes them. */
const markdownLink = `[The data](${linkAddress})`;
const markdownImage = `[![Views and downloads](https://www.example.edu/figshare.svg)](https://doi.org/10.6084/m9.figshare.766364)`;

/** The part of a page between its `<body>` tags. */
const bodyOf = (page: string) => page.slice(page.search(/<body/i), page.search(/<\/body>/i));

/** What a generator makes of the six forms, in a page of their own. */
const leftIn = async (at: Workshop, path: string) => describeLeft(bodyOf(await at.read(path)));

const mkdocs: Place = {
  name: 'mkdocs',
  title: 'MkDocs, and Material',
  async run(at) {
    const { env, version, relocate } = await at.debian(['mkdocs', 'mkdocs-material']);
    await relocate('/usr/lib/python3/dist-packages/mkdocs/__init__.py');
    const { once, each } = await at.recipe('mkdocs');
    const config = `site_name: A site\nuse_directory_urls: false\n${once.join('\n')}\n`;
    await at.write('docs/index.md', `# Data\n\n${each}\n`);
    await at.write('docs/forms.md', `# Forms\n\n${allForms}\n`);
    const found: string[] = [];
    for (const theme of ['mkdocs', 'material']) {
      await at.write(`${theme}.yml`, `${config}theme:\n  name: ${theme}\n`);
      await at.run('/usr/bin/python3', ['-m', 'mkdocs', 'build', '-q', '-f', `${theme}.yml`, '-d', theme], {
        env,
      });
      found.push(`${theme}: ${await at.chromium.number(`${await at.serve(theme)}/index.html`)}`);
    }
    return {
      version: `MkDocs ${version('mkdocs')}, Material ${version('mkdocs-material')}`,
      ran: '`extra_javascript` (a classic script), and the tag in Markdown',
      result: found.join('; '),
      left: await leftIn(at, 'mkdocs/forms.html'),
    };
  },
};

const sphinx: Place = {
  name: 'sphinx',
  title: 'Sphinx, and MyST',
  async run(at) {
    const { env, version, relocate } = await at.debian([
      ...['python3-sphinx', 'python3-myst-parser', 'python3-sphinx-rtd-theme'],
    ]);
    for (const name of ['docutils', 'sphinx'])
      await relocate(`/usr/lib/python3/dist-packages/${name}/__init__.py`);
    const { once, each } = await at.recipe('sphinx');
    await at.write('conf.py', `extensions = ["myst_parser"]\nproject = "Data"\n${once.join('\n')}\n`);
    await at.write('index.rst', `Data\n====\n\n.. toctree::\n\n   myst\n   forms\n\n${each}\n`);
    await at.write('myst.md', `# Data\n\n${at.fill('%ELEMENT%')}\n`);
    await at.write('forms.md', `# Forms\n\n${allForms}\n`);
    const found: string[] = [];
    for (const theme of ['alabaster', 'sphinx_rtd_theme']) {
      const args = ['-m', 'sphinx', '-q', '-D', `html_theme=${theme}`, '.', `made/${theme}`];
      await at.run('/usr/bin/python3', args, { env });
      const url = await at.serve(`made/${theme}`);
      for (const page of ['index', 'myst'])
        found.push(`${theme}, ${page}: ${await at.chromium.number(`${url}/${page}.html`)}`);
    }
    return {
      version: `Sphinx ${version('python3-sphinx')}, MyST ${version('python3-myst-parser')}`,
      ran: '`html_js_files` in `conf.py`; the directive `raw` in reStructuredText, the tag in MyST',
      result: found.join('; '),
      left: await leftIn(at, 'made/alabaster/forms.html'),
    };
  },
};

const hugo: Place = {
  name: 'hugo',
  title: 'Hugo',
  async run(at) {
    const { env, version } = await at.debian(['hugo']);
    const { once, each } = await at.recipe('hugo');
    await at.write('config.toml', 'title = "Data"\nbaseURL = "/"\n');
    await at.write('layouts/shortcodes/figshare.html', once[0] ?? '');
    await at.write(
      'layouts/_default/single.html',
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>',
    );
    const page = (title: string, text: string) => `---\ntitle: ${title}\n---\n\n${text}\n`;
    await at.write('content/data.md', page('Data', `${each}\n\nAnd once more: ${each}`));
    const inMarkdown = { ...forms, link: markdownLink, image: markdownImage };
    await at.write('content/forms.md', page('Forms', Object.values(inMarkdown).join('\n\n')));
    await at.run('hugo', ['--quiet', '-d', 'made'], { env });
    const html = await at.read('made/data/index.html');
    const scripts = html.split('<script').length - 1;
    if (scripts !== 1) throw new Error(`the shortcode put in ${scripts} scripts in place of one:\n${html}`);
    return {
      version: `Hugo ${version('hugo')}, without \`unsafe\``,
      ran: 'the shortcode of the recipe, twice on a page',
      result: await at.chromium.number(`${await at.serve('made')}/data/index.html`),
      left: await leftIn(at, 'made/forms/index.html'),
    };
  },
};

const pandoc: Place = {
  name: 'pandoc',
  title: 'pandoc',
  async run(at) {
    const { env, root, version } = await at.debian(['pandoc']);
    const { each } = await at.recipe('quarto');
    await at.write('head.html', at.fill('%SCRIPT%'));
    await at.write('data.md', `---\ntitle: Data\nlang: en\n---\n\n${each}\n`);
    await at.write('forms.md', allForms);
    const options = [`--data-dir=${root}/usr/share/pandoc/data`, '-s', '--metadata', 'title=Data'];
    for (const name of ['data', 'forms']) {
      const head = name === 'data' ? ['-H', 'head.html'] : [];
      await at.run('pandoc', [...options, ...head, `${name}.md`, '-o', `${name}.html`], { env });
    }
    return {
      version: `pandoc ${version('pandoc')}`,
      ran: 'the snippet of the recipe for Quarto: script in the head, tag in Markdown',
      result: await at.chromium.number(`${await at.serve()}/data.html`),
      left: await leftIn(at, 'forms.html'),
    };
  },
};

const jekyll: Place = {
  name: 'jekyll',
  title: 'Jekyll',
  async run(at) {
    const { env, root, version, relocate } = await at.debian(['jekyll']);
    await relocate('/usr/share/rubygems-integration/all/gems/sassc-2.4.0/lib/sassc/native.rb');
    const page = (body: string) => `---\nlayout: page\n---\n\n${body}\n`;
    await at.write(
      'site/_layouts/page.html',
      '<!doctype html><html lang="en"><body>{{ content }}</body></html>',
    );
    await at.write('site/index.md', page(at.fill('%SCRIPT%\n\n%ELEMENT%')));
    await at.write('site/forms.md', page(allForms));
    await at.run('ruby3.1', [`${root}/usr/bin/jekyll`, 'build', '-q', '-s', 'site', '-d', 'made'], { env });
    return {
      version: `Jekyll ${version('jekyll')}`,
      ran: 'the snippet for an HTML page, in Markdown',
      result: await at.chromium.number(`${await at.serve('made')}/index.html`),
      left: await leftIn(at, 'made/forms.html'),
    };
  },
};

const eleventy: Place = {
  name: 'eleventy',
  title: 'Eleventy',
  async run(at) {
    await at.npm('@11ty/eleventy@3.1.8');
    await at.write('site/index.md', at.fill('%ELEMENT%\n\n%SCRIPT%\n'));
    await at.write('site/forms.md', allForms);
    await at.run('npx', ['eleventy', '--quiet', '--input=site', '--output=made']);
    return {
      version: 'Eleventy 3.1.8',
      ran: 'the snippet for an HTML page, in Markdown',
      result: await at.chromium.number(`${await at.serve('made')}/index.html`),
      left: describeLeft(await at.read('made/forms/index.html')),
    };
  },
};

const vitepress: Place = {
  name: 'vitepress',
  title: 'VitePress',
  async run(at) {
    await at.npm('vitepress@1.6.4', at.tarball);
    await at.write(
      'docs/.vitepress/config.mjs',
      "export default { title: 'Data', vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('figshare-') } } } };",
    );
    await at.write(
      'docs/.vitepress/theme/index.js',
      "import Theme from 'vitepress/theme';\nimport 'figshare-elements/define';\nexport default Theme;",
    );
    await at.write('docs/index.md', `# Data\n\n${at.fill('%ELEMENT%')}\n`);
    await at.run('npx', ['vitepress', 'build', 'docs']);
    return {
      version: 'VitePress 1.6.4',
      ran: 'the import in the theme, `isCustomElement` in the config, the tag in Markdown',
      result: await at.chromium.number(`${await at.serve('docs/.vitepress/dist')}/index.html`),
    };
  },
};

const reveal: Place = {
  name: 'reveal',
  title: 'reveal.js',
  async run(at) {
    await at.npm('reveal.js@6.0.2');
    const { each } = await at.recipe('reveal');
    await at.write(
      'slides.html',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slides</title>
      <link rel="stylesheet" href="node_modules/reveal.js/dist/reveal.css"><link rel="stylesheet" href="node_modules/reveal.js/dist/theme/black.css">
      <div class="reveal"><div class="slides">${each}</div></div>
      <script type="module">import Reveal from './node_modules/reveal.js/dist/reveal.mjs'; await new Reveal().initialize();</script></html>`,
    );
    return {
      version: 'reveal.js 6.0.2',
      ran: 'the slide of the recipe',
      result: await at.chromium.number(`${await at.serve()}/slides.html`),
    };
  },
};

export const generators = [mkdocs, sphinx, hugo, pandoc, jekyll, eleventy, vitepress, reveal];
