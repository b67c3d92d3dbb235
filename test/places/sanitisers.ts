/** Libraries that clean what strangers write: of ours, the link is left, and the image of most. */
import { allForms, describeLeft } from './left.js';
import type { Outcome, Place } from './place.js';
import type { Workshop } from './workshop.js';

declare global {
  interface Window {
    /** On the page that loads it. */
    DOMPurify: { sanitize: (html: string) => string };
  }
}

interface Cleaned {
  version: string;
  /** Runs the place's own cleaning. */
  clean: (html: string) => Promise<string>;
}

/** What an author may write there: the recipes' link, and where it is left, their image. */
export async function runCleaned(at: Workshop, { version, clean }: Cleaned): Promise<Outcome> {
  const link = (await at.recipe('wordpress-author')).each;
  const image = (await at.recipe('mail')).each;
  const left = describeLeft(await clean(allForms));
  await publish(at, 'link.html', await clean(link));
  await publish(at, 'image.html', await clean(image));
  await drawImage(at);
  const url = await at.serve();
  await at.chromium.number(`${url}/link.html`);
  const isImageKept = !left.slice(left.indexOf('drops')).includes('image');
  const result = isImageKept ? await at.chromium.image(`${url}/image.html`) : 'the image is dropped';
  return {
    version,
    ran: 'the link of the recipe for authors, with `figshare-auto.js` in the page; the image of the recipe for mail',
    result: `number shows by the link; ${result}`,
    left,
  };
}

const publish = (at: Workshop, name: string, html: string) =>
  at.write(
    name,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cleaned</title>${at.fill('%AUTO_SCRIPT%')}<body>${html}</body></html>`,
  );

/** As the recipe's command draws it. */
export async function drawImage(at: Workshop, name = 'figshare.png'): Promise<void> {
  const command = [
    `${process.cwd()}/dist/cli/main.js`,
    ...['badge', '766364', '--out', name, '--source', at.chromium.standIn.url],
  ];
  await at.run(process.execPath, command);
}

/** Runs a module of the place's folder that makes `clean` out of its packages. */
const inNode = (at: Workshop, name: string) => (html: string) =>
  at.run(process.execPath, [name], { input: html });

const reading = 'const html = await new Response(process.stdin).text();\n';

const dompurify: Place = {
  name: 'dompurify',
  title: 'DOMPurify',
  async run(at) {
    await at.npm('dompurify@3.5.0');
    await at.write(
      'clean.html',
      '<!doctype html><script src="node_modules/dompurify/dist/purify.min.js"></script>',
    );
    return at.chromium.onPage(`${await at.serve()}/clean.html`, (page) =>
      runCleaned(at, {
        version: 'DOMPurify 3.5.0',
        clean: (html) => page.evaluate((dirty) => window.DOMPurify.sanitize(dirty), html),
      }),
    );
  },
};

const sanitizeHtml: Place = {
  name: 'sanitize-html',
  title: 'sanitize-html',
  async run(at) {
    await at.npm('sanitize-html@2.17.5');
    await at.write(
      'clean.mjs',
      `import sanitize from 'sanitize-html';\n${reading}process.stdout.write(sanitize(html));`,
    );
    return runCleaned(at, { version: 'sanitize-html 2.17.5', clean: inNode(at, 'clean.mjs') });
  },
};

const rehypeSanitize: Place = {
  name: 'rehype-sanitize',
  title: 'rehype-sanitize, with GitHub’s rules',
  async run(at) {
    await at.npm('rehype-sanitize@6.0.0', 'rehype-parse@9.0.1', 'rehype-stringify@10.0.1', 'unified@11.0.5');
    await at.write(
      'clean.mjs',
      `import { unified } from 'unified';
import parse from 'rehype-parse';
import sanitize from 'rehype-sanitize';
import stringify from 'rehype-stringify';
${reading}process.stdout.write(String(await unified().use(parse, { fragment: true }).use(sanitize).use(stringify).process(html)));`,
    );
    return runCleaned(at, { version: 'rehype-sanitize 6.0.0', clean: inNode(at, 'clean.mjs') });
  },
};

const githubReadme: Place = {
  name: 'github-readme',
  title: 'A README on GitHub',
  async run(at) {
    await at.npm('rehype-sanitize@6.0.0', 'rehype-raw@7.0.0', 'rehype-stringify@10.0.1', 'unified@11.0.5');
    await at.npm('remark-parse@11.0.0', 'remark-gfm@4.0.1', 'remark-rehype@11.1.2');
    await at.write(
      'clean.mjs',
      `import { unified } from 'unified';
import parse from 'remark-parse';
import gfm from 'remark-gfm';
import rehype from 'remark-rehype';
import raw from 'rehype-raw';
import sanitize from 'rehype-sanitize';
import stringify from 'rehype-stringify';
${reading}process.stdout.write(String(await unified().use(parse).use(gfm).use(rehype, { allowDangerousHtml: true }).use(raw).use(sanitize).use(stringify).process(html)));`,
    );
    const clean = inNode(at, 'clean.mjs');
    const { each } = await at.recipe('github-readme');
    await at.write(
      'readme.html',
      `<!doctype html><html lang="en"><title>README</title>${await clean(each)}</html>`,
    );
    await drawImage(at, 'figshare.svg');
    return {
      version: 'remark 11, GFM 4.0.1, rehype-sanitize 6.0.0',
      ran: 'the image of the recipe, rendered as GitHub renders; GitHub itself and its proxy were not asked',
      result: await at.chromium.image(`${await at.serve()}/readme.html`),
      left: describeLeft(await clean(allForms)),
    };
  },
};

export const sanitisers = [dompurify, sanitizeHtml, rehypeSanitize, githubReadme];
