/** Editors in a page: what they keep of HTML that an author puts in, as they give it back for saving. */
import type { Place } from './place.js';
import { runCleaned } from './sanitisers.js';
import type { Workshop } from './workshop.js';

declare global {
  interface Window {
    /** Puts HTML into the editor, and gives what it would save. */
    edited: (html: string) => Promise<string>;
  }
}

interface Editor {
  name: string;
  title: string;
  version: string;
  packages: string[];
  /** A module that is bundled first: for packages that browsers cannot load as they are. */
  bundled?: string;
  /** The page's body; it makes `window.edited`, which gives back what was put in. */
  body: string;
}

/** Makes what the page waits for. */
const ready = (expression: string) => `window.edited = async (html) => { ${expression} };`;

const editor = ({ name, title, version, packages, bundled, body }: Editor): Place => ({
  name,
  title,
  async run(at) {
    await at.npm(...packages);
    if (bundled) await bundle(at, bundled);
    await at.write('editor.html', `<!doctype html><html lang="en"><meta charset="utf-8">${body}</html>`);
    return at.chromium.onPage(`${await at.serve()}/editor.html`, async (page) => {
      await page.waitForFunction(() => 'edited' in window);
      return runCleaned(at, {
        version,
        clean: (html) => page.evaluate((put) => window.edited(put), html),
      });
    });
  },
});

async function bundle(at: Workshop, text: string): Promise<void> {
  await at.write('editor.js', text);
  await at.run('npx', ['esbuild', 'editor.js', '--bundle', '--outfile=bundled.js', '--log-level=error']);
}

export const editors: Place[] = [
  editor({
    name: 'ckeditor5',
    title: 'CKEditor 5',
    version: 'CKEditor 5 48.5.2, with link, image, linked image, source editing',
    packages: ['ckeditor5@48.5.2'],
    body: `<div id="editor"></div><script src="node_modules/ckeditor5/dist/browser/ckeditor5.umd.js"></script><script>
      const { ClassicEditor, Essentials, Paragraph, Link, ImageBlock, ImageInline, LinkImage } = CKEDITOR;
      ClassicEditor.create(document.querySelector('#editor'), { licenseKey: 'GPL', plugins: [Essentials, Paragraph, Link, ImageBlock, ImageInline, LinkImage] })
        .then((editor) => { ${ready('editor.setData(html); return editor.getData();')} });
    </script>`,
  }),
  editor({
    name: 'tinymce',
    title: 'TinyMCE',
    version: 'TinyMCE 8.9.2',
    packages: ['tinymce@8.9.2'],
    body: `<textarea id="editor"></textarea><script src="node_modules/tinymce/tinymce.min.js"></script><script>
      tinymce.init({ selector: '#editor', license_key: 'gpl', plugins: 'link image code', promotion: false })
        .then(([editor]) => { ${ready('editor.setContent(html); return editor.getContent();')} });
    </script>`,
  }),
  editor({
    name: 'quill',
    title: 'Quill',
    version: 'Quill 2.0.3',
    packages: ['quill@2.0.3'],
    body: `<div id="editor"></div><script src="node_modules/quill/dist/quill.js"></script><script>
      const editor = new Quill('#editor');
      ${ready("editor.setText(''); editor.clipboard.dangerouslyPasteHTML(html); return editor.root.innerHTML;")}
    </script>`,
  }),
  editor({
    name: 'tiptap',
    title: 'Tiptap',
    version: 'Tiptap 3.34.0, StarterKit',
    packages: ['@tiptap/core@3.34.0', '@tiptap/pm@3.34.0', '@tiptap/starter-kit@3.34.0', 'esbuild@0.28.2'],
    bundled: `import { Editor } from '@tiptap/core';
      import StarterKit from '@tiptap/starter-kit';
      const editor = new Editor({ element: document.querySelector('#editor'), extensions: [StarterKit] });
      ${ready('editor.commands.setContent(html); return editor.getHTML();')}`,
    body: '<div id="editor"></div><script src="bundled.js"></script>',
  }),
];
