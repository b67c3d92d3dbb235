import { Marked } from 'marked';

const marked = new Marked({
  renderer: {
    // What is copied has a button for that.
    code({ text }) {
      return `<div class="sample"><pre><code>${escaped(text)}</code></pre><button class="copy" type="button">Copy</button></div>\n`;
    },
    // Files of the repository are not on the site: their names are told, and lead nowhere.
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens);
      return /^https?:|^#/.test(href) ? `<a href="${escaped(href)}">${words}</a>` : words;
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
