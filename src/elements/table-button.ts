import { html, type TemplateResult } from 'lit';
import { detailWordsIn, type Language } from '../format/words/words.js';

/** Shows the numbers of a drawing as a table, and takes it away. */
export function tableButton(language: Language, isOpen: boolean, press: () => void): TemplateResult {
  return html`<button part="button" class="action" type="button" aria-expanded=${isOpen} @click=${press}>
    ${detailWordsIn(language).table}
  </button>`;
}
