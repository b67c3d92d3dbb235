import { Marked } from 'marked';

const marked = new Marked({
  renderer: {
    // What is copied has a button for that, and scrolls by keyboard.
    code({ text, lang = '' }) {
      const [language = ''] = lang.split(' ');
      return `<div class="sample"><pre tabindex="0" role="region" aria-label="${language || 'text'} to copy"><code>${escaped(text)}</code></pre><button class="copy" type="button">Copy</button></div>\n`;
    },
  },
});

/** Markdown of ours as HTML; nobody else's comes here. */
export const toHtml = (markdown: string) => marked.parse(markdown, { async: false });

/** The same, without a paragraph around it. */
export const toInlineHtml = (markdown: string) => marked.parseInline(markdown, { async: false });

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
