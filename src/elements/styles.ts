import { css } from 'lit';

/**
 * Tokens, used with their default in place: a value on `body` wins, and nothing is set on the host. The defaults are
 * mixed from `currentColor`, which is read where it is used: whoever sets `color: muted` on a parent gets children that
 * are paler still, so `color` is set on leaves only.
 */
export const color = {
  text: css`var(--figshare-color-text, currentColor)`,
  /** Text of second rank. */
  muted: css`var(--figshare-color-muted, var(--f-muted))`,
  /** Hairlines. */
  border: css`var(--figshare-color-border, var(--f-border))`,
  /** Areas behind something, and skeletons. */
  faint: css`var(--f-faint)`,
  /** Marks of the first metric, focus. At least 3:1 wherever the page's text is 8:1. */
  accent: css`var(--figshare-color-accent, var(--f-accent))`,
  /** Marks of the second metric. */
  accent2: css`var(--figshare-color-accent-2, var(--f-accent-2))`,
  /** The same for text: at least 4.5:1 wherever the page's text is 8:1. */
  accentText: css`var(--figshare-color-accent, var(--f-accent-text))`,
  accent2Text: css`var(--figshare-color-accent-2, var(--f-accent-2-text))`,
  /** None, unless the page names one or the element has a theme. */
  surface: css`var(--figshare-color-surface, var(--f-surface, transparent))`,
};

/** Text of second rank: smaller, but not too small on a page with small text. */
export const small = css`min(1em, max(0.8125em, 11px))`;

/** The defaults stand on the element's own root, which the page's `*` rules do not reach. */
const tokens = css`
  .root {
    --f-muted: currentColor;
    --f-border: #8886;
    --f-faint: #8882;
    --f-accent: currentColor;
    --f-accent-text: var(--f-accent);
  }
  @supports (color: light-dark(red, red)) {
    .root {
      --f-accent: light-dark(#1f5fbf, #8ab4ff);
    }
  }
  @supports (color: color-mix(in oklab, red, red)) {
    .root {
      --f-muted: color-mix(in oklab, currentColor 80%, transparent);
      --f-border: color-mix(in oklab, currentColor 20%, transparent);
      --f-faint: color-mix(in oklab, currentColor 8%, transparent);
    }
  }
  @supports (color: oklch(from currentColor l c h)) {
    .root {
      --f-accent: oklch(from currentColor calc(0.38 + 0.42 * l) 0.15 258);
      --f-accent-text: oklch(from currentColor calc(0.24 + 0.6 * l) 0.13 258);
    }
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  .root:is(.light, .dark) {
    --f-surface: Canvas;
    color: var(--figshare-color-text, CanvasText);
  }
  @media print {
    .root {
      color-scheme: light;
    }
    /* Nobody presses paper. */
    .root button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .root {
      --f-muted: CanvasText;
      --f-border: CanvasText;
      --f-faint: Canvas;
      --f-accent: CanvasText;
      --f-accent-text: LinkText;
    }
  }
`;

/** What every element has, whatever it shows. */
export const baseStyles = css`
  ${tokens}
  /* Inline, so that no line breaks between a badge and the comma behind it. */
  :host {
    display: inline;
  }
  :host(:state(block)) {
    display: inline-block;
    max-inline-size: 100%;
  }
  /* Not in one list: browsers that do not know the state drop the whole of it. */
  :host(:state(below)) {
    display: none !important;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .root {
    color: var(--figshare-color-text, inherit);
    font-family: var(--figshare-font, inherit);
    font-variant-numeric: tabular-nums;
    text-indent: 0;
  }
  .root.line {
    white-space: nowrap;
  }
  /* A line without text of its own is as high as others, in quirks mode and before the answer, too. */
  .root.line::before {
    content: '\\feff';
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px; /* or it makes a box that scrolls wider */
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    /* Nor is it copied with what is seen. */
    -webkit-user-select: none;
    user-select: none;
  }
  .value {
    font-weight: 600;
  }
  .label,
  .meta {
    color: ${color.muted};
  }
  /* An author's own words may be many. */
  .label.long {
    white-space: normal;
  }
  .room {
    display: inline-block;
    inline-size: 4.6ch;
    min-inline-size: max-content; /* a longer number is not cut */
  }
  .room1 {
    inline-size: 5.35ch;
  }
  .room2 {
    inline-size: 6.1ch;
  }
  .room3 {
    inline-size: 6.85ch;
  }
  .skeleton {
    display: inline-block;
    box-sizing: border-box;
    min-inline-size: 4.6ch;
    block-size: 0.7em;
    border-radius: 2px;
    background: ${color.border};
  }
  :focus-visible {
    outline: 2px solid ${color.accent};
    outline-offset: 2px;
  }
  .button {
    font: inherit;
    font-size: ${small};
    line-height: 1.2;
    box-sizing: border-box;
    min-block-size: 24px;
    padding: 0.25em 0.8em;
    color: inherit;
    background: ${color.surface};
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 4px);
    white-space: nowrap;
    cursor: pointer;
  }
  .button:hover {
    border-color: currentColor;
  }
  .line .button {
    margin-block: -4px;
  }
  @media (forced-colors: active) {
    .skeleton {
      background: none;
      border: 1px solid;
    }
  }
`;
