/** What an element's colours are, and how well they are told apart: luminance and contrast as in WCAG 2.2. */
export interface Colors {
  /** Luminance of what is behind the text: 0 to 1. */
  background: number;
  text: number;
  border: { width: number; contrast: number };
  /** Of the borders: top, right, bottom, left. */
  sides: number[];
  /** Against what is behind the element, outside of it. */
  outline: { style: string; width: number; contrast: number };
  /** Of a drawing. */
  fill: number;
  stroke: number;
}

declare global {
  interface Window {
    colorsOf: (element: Element) => Colors;
  }
}

/** Runs in the page before anything else. */
export function measureColors(): void {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;

  /** Colours are read by painting them, one over the other: any of CSS, transparent ones, too. */
  function luminance(layers: string[], top = 'transparent', opacity = '1'): number {
    for (const [color, alpha] of [
      ...['white', ...layers].map((layer) => [layer, '1'] as const),
      [top, opacity] as const,
    ]) {
      context.globalAlpha = Number(alpha);
      context.fillStyle = '#f0f'; // stays where a colour cannot be read
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
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

  /** The backgrounds behind an element, the page's first. */
  function behind(element: Element | undefined): string[] {
    const layers: string[] = [];
    for (let at = element; at; at = above(at)) layers.unshift(getComputedStyle(at).backgroundColor);
    return layers;
  }

  window.colorsOf = (element) => {
    const style = getComputedStyle(element);
    const on = (layers: string[], color: string, opacity?: string) =>
      contrast(luminance(layers, color, opacity), luminance(layers));
    const inside = behind(element);
    return {
      background: luminance(inside),
      text: on(inside, style.color),
      border: {
        width: Number.parseFloat(style.borderTopWidth),
        contrast: on(inside, style.borderTopColor),
      },
      sides: [
        style.borderTopColor,
        style.borderRightColor,
        style.borderBottomColor,
        style.borderLeftColor,
      ].map((color) => on(inside, color)),
      outline: {
        style: style.outlineStyle,
        width: Number.parseFloat(style.outlineWidth),
        contrast: on(behind(above(element)), style.outlineColor),
      },
      fill: on(inside, style.fill, style.fillOpacity),
      stroke: on(inside, style.stroke, style.strokeOpacity),
    };
  };
}
