import { isServer, LitElement, type PropertyValues } from 'lit';
import { readerOf, type Reader } from '../format/figure.js';
import type { Words } from '../format/words/en.js';
import { wordsIn, type Language } from '../format/words/words.js';
import { attributeWarnings } from './attribute-warnings.js';
import { isGiven } from './given.js';
import { localeOf, onLangChange } from './page-language.js';
import { adoptSheets } from './style-sheets.js';
import { warnOnce } from './warn.js';

/** Attributes with a dash, by their names without it. */
const dashed = new Map<string, string>();

/**
 * A guest on any page: it speaks the page's language, keeps its look in another document, warns the page's author once,
 * and when it cannot be drawn, what stands between its tags shows.
 */
export abstract class PageElement extends LitElement {
  /** The locale that numbers and dates are written in. */
  protected locale = 'en';
  /** The language of the element's own words. */
  protected language: Language = 'en';

  #leaveLanguage: (() => void) | undefined;
  #showsFallback = false;

  /** React writes properties as attributes before the class is defined: `hideBelow` becomes `hidebelow`. */
  static override get observedAttributes(): string[] {
    const names = super.observedAttributes;
    const plain = names
      .filter((name) => name.includes('-'))
      .map((name) => {
        const without = name.replaceAll('-', '');
        dashed.set(without, name);
        return without;
      });
    return [...names, ...plain];
  }

  /** It could not be drawn. */
  protected abstract drawingFailed(error: unknown): void;

  protected get reader(): Reader {
    const { locale, language } = this;
    return { locale, language };
  }

  protected get words(): Words {
    return wordsIn(this.language);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(dashed.get(name) ?? name, old, value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leaveLanguage = onLangChange(this, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaveLanguage?.();
  }

  /** Called by the browser when the element has been moved into another document, such as a frame's. */
  adoptedCallback(): void {
    if (this.hasUpdated) this.#adoptSheets(this.renderRoot as ShadowRoot);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.textContent = ''; // what a server has drawn stands in it
    return root;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (isServer) return;
    ({ locale: this.locale, language: this.language } = readerOf(localeOf(this)));
  }

  // What needs no hurry comes when the element has asked.
  protected override update(changed: PropertyValues): void {
    if (!this.hasUpdated) {
      const { elementProperties } = this.constructor as typeof PageElement;
      attributeWarnings(this, elementProperties).forEach((cause) => this.warn(cause));
      this.#adoptSheets(this.renderRoot as ShadowRoot);
    }
    super.update(changed);
  }

  protected override performUpdate(): void {
    if (this.#showsFallback) this.renderRoot.textContent = '';
    this.#showsFallback = false;
    try {
      super.performUpdate();
    } catch (error) {
      this.showFallback();
      this.drawingFailed(error);
    }
  }

  /** A value that only changes the look: what is not known falls back, with a word to the page's author. */
  protected choice<Value extends string>(
    name: string,
    value: string | null | undefined,
    known: readonly Value[],
  ): Value | undefined {
    const found = known.find((one) => one === value);
    if (isGiven(value) && !found) this.warn(`${name} must be one of ${known.join(', ')}, got "${value}"`);
    return found;
  }

  protected warn(cause: string): void {
    warnOnce(this.localName, cause);
  }

  #adoptSheets(root: ShadowRoot): void {
    adoptSheets(root, (this.constructor as typeof PageElement).elementStyles);
  }

  /** What stands between the tags, until the next update. Without Lit, which may have failed half-way: it begins anew. */
  protected showFallback(): void {
    const root = this.renderRoot as ShadowRoot | undefined;
    if (!root || this.#showsFallback) return;
    this.#showsFallback = true;
    Reflect.deleteProperty(root, '_$litPart$');
    // A form named "createElement" hides the method of the page's document.
    const methods = Document.prototype as { createElement(this: Document, tag: 'slot'): Node };
    root.textContent = '';
    root.append(methods.createElement.call(this.ownerDocument, 'slot'));
  }
}
