/** What an element's colours are, and how well they are told apart: luminance and contrast as in WCAG 2.2. */
export interface Colors {
  /** Luminance of the first background behind the text that is not transparent: 0 to 1. */
  background: number;
  text: number;
  border: { width: number; contrast: number };
  /** Against what is behind the element, outside of it. */
  outline: { style: string; width: number; contrast: number };
}

declare global {
  interface Window {
    colorsOf: (element: Element) => Colors;
  }
}

/** Runs in the page before anything else. */
export function measureColors(): void {
  /** Any CSS colour is read by painting it. */
  function luminance(color: string): number {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  }

  const contrast = (one: number, other: number) =>
    (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

  function above(element: Element): Element | undefined {
    const root = element.getRootNode();
    return (
      element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined)
    );
  }

  function behind(element: Element | undefined): number {
    for (let at = element; at; at = above(at)) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return luminance(backgroundColor);
    }
    return 1;
  }

  window.colorsOf = (element) => {
    const style = getComputedStyle(element);
    const background = behind(element);
    return {
      background,
      text: contrast(luminance(style.color), background),
      border: {
        width: Number.parseFloat(style.borderTopWidth),
        contrast: contrast(luminance(style.borderTopColor), background),
      },
      outline: {
        style: style.outlineStyle,
        width: Number.parseFloat(style.outlineWidth),
        contrast: contrast(luminance(style.outlineColor), behind(above(element))),
      },
    };
  };
}
