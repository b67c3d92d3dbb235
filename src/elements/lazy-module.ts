import type { ReactiveControllerHost } from 'lit';

/** Code that is a file of its own, loaded for the first element that has use for it. */
export class LazyModule<Module> {
  module: Module | undefined;
  /** It could not be loaded: it is done without, then. */
  hasFailed = false;
  #isLoading = false;

  /** @param onFailure - called when it cannot be loaded */
  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly fetch: () => Promise<Module>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    void this.fetch()
      .then(
        (module) => (this.module = module),
        (error: unknown) => {
          this.hasFailed = true;
          this.onFailure(error);
        },
      )
      .then(() => this.host.requestUpdate());
  }
}
