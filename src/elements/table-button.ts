import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { detailWordsIn, type Language } from '../format/words/words.js';

/** Shows the numbers of a drawing as a table, and takes it away. */
export class TableButton {
  /** Whether the reader wants the table. */
  isPressed = false;

  constructor(private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  render(language: Language): TemplateResult {
    const press = () => {
      this.isPressed = !this.isPressed;
      this.host.requestUpdate();
    };
    return html`<button
      part="button"
      class="action"
      type="button"
      aria-expanded=${this.isPressed}
      @click=${press}
    >
      ${detailWordsIn(language).table}
    </button>`;
  }
}
