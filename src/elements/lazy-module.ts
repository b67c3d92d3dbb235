import type { CSSResult } from 'lit';
import { lazyTools, type LazyTools } from './lazy-tools.js';
import type { PageElement } from './page-element.js';

interface WithStyles {
  /** The same ones at each call. */
  stylesOf: (tools: LazyTools) => CSSResult;
}

/** Code that is a file of its own, with its styles, loaded for the first element that has use for it. */
export class LazyModule<Module extends WithStyles> {
  module: Module | undefined;
  /** It could not be loaded: it is done without, then. */
  hasFailed = false;
  #isLoading = false;

  /** @param onFailure - called when it cannot be loaded */
  constructor(
    private readonly host: PageElement,
    private readonly fetch: () => Promise<Module>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    void this.fetch()
      .then((module) => {
        addStyles(this.host, module.stylesOf(lazyTools));
        this.module = module;
      })
      .catch((error: unknown) => {
        this.hasFailed = true;
        this.onFailure(error);
      })
      .then(() => this.host.requestUpdate());
  }
}

/** To those of its class, so that an element keeps them when it is moved into another document. */
function addStyles(host: PageElement, styles: CSSResult): void {
  const type = host.constructor as typeof PageElement;
  if (!type.elementStyles.includes(styles)) type.elementStyles = [...type.elementStyles, styles];
  host.adoptedCallback();
}
