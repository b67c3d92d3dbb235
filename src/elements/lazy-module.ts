import type { CSSResult } from 'lit';
import { lazyTools, type LazyTools } from './lazy-tools.js';
import type { PageElement } from './page-element.js';
import { warnOnce } from './warn.js';

interface WithStyles {
  /** The same ones at each call. */
  stylesOf: (tools: LazyTools) => CSSResult;
}

/** Code that is a file of its own, with its styles, loaded for the first element that has use for it. */
export class LazyModule<Module extends WithStyles> {
  module: Module | undefined;
  /** It could not be loaded: there are bars, then. */
  hasFailed = false;
  #isLoading = false;

  /** @param file - its name, for the page's author */
  constructor(
    private readonly host: PageElement,
    private readonly file: string,
    private readonly fetch: () => Promise<Module>,
  ) {}

  async load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const module = await this.fetch();
      addStyles(this.host, module.stylesOf(lazyTools));
      this.module = module;
    } catch (error) {
      this.hasFailed = true;
      warnOnce(this.host.localName, `shows bars: ${this.file} could not be loaded (${String(error)})`);
    }
    this.host.requestUpdate();
  }
}

/** To those of its class, so that an element keeps them when it is moved into another document. */
function addStyles(host: PageElement, styles: CSSResult): void {
  const type = host.constructor as typeof PageElement;
  if (!type.elementStyles.includes(styles)) type.elementStyles = [...type.elementStyles, styles];
  host.adoptedCallback();
}
