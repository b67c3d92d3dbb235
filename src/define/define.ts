import { warnOnce } from '../elements/warn.js';

interface Versioned extends CustomElementConstructor {
  version?: string;
}

/** Gives a tag its class, unless it has one: the first copy of the bundle on a page wins, a second is harmless. */
export function define(tag: string, element: Versioned): void {
  const first: Versioned | undefined = customElements.get(tag);
  if (!first) customElements.define(tag, element);
  else if (first.version !== element.version) {
    warnOnce(
      tag,
      `version ${first.version} was loaded first and stays; version ${element.version} is not used`,
    );
  }
}
