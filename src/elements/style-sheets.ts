import { adoptStyles, supportsAdoptingStyleSheets, type CSSResultOrNative } from 'lit';

/** The sheets of one class in another document, made once. */
const sheets = new WeakMap<Document, Map<readonly CSSResultOrNative[], CSSStyleSheet[]>>();

/**
 * Gives a shadow root its styles in the document that it is in: a constructed sheet belongs to the document that made
 * it, so an element that is moved into a frame or a popup needs others.
 */
export function adoptSheets(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const { ownerDocument } = root;
  if (!supportsAdoptingStyleSheets) {
    writeStyles(root, styles);
    return;
  }
  if (ownerDocument === document) {
    adoptStyles(root, styles as CSSResultOrNative[]);
    return;
  }
  const view = ownerDocument.defaultView;
  if (!view) return; // a document that is not shown, such as a template's
  const known = sheets.get(ownerDocument) ?? new Map<readonly CSSResultOrNative[], CSSStyleSheet[]>();
  sheets.set(ownerDocument, known);
  const own =
    known.get(styles) ??
    styles.map((style) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync('cssText' in style ? style.cssText : textOf(style));
      return sheet;
    });
  known.set(styles, own);
  root.adoptedStyleSheets = own;
}

/** As style elements (Safari before 16.4), before what is drawn: Lit clears all that stands behind. */
function writeStyles(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  root.querySelectorAll('style').forEach((old) => old.remove());
  const written = new DocumentFragment();
  adoptStyles(written as ShadowRoot, styles as CSSResultOrNative[]);
  root.prepend(written);
}

function textOf({ cssRules }: CSSStyleSheet): string {
  return [...cssRules].map(({ cssText }) => cssText).join('\n');
}
