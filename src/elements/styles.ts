import { css } from 'lit';

/** Tokens, used with their default in place: a value on `body` wins, and nothing is set on the host. */
export const color = {
  text: css`var(--figshare-color-text, light-dark(#1c2126, #e6eaee))`,
  muted: css`var(--figshare-color-muted, light-dark(#5b6670, #9aa6b1))`,
  accent: css`var(--figshare-color-accent, light-dark(#1f5fbf, #8ab4ff))`,
  surface: css`var(--figshare-color-surface, light-dark(#fff, #14181c))`,
  border: css`var(--figshare-color-border, light-dark(#d5dbe0, #333c44))`,
};

/**
 * The space is taken before the numbers arrive: what is `reserved` lies unseen in the same grid cell as what is
 * seen, so the cell is as large as the larger of both from the first paint on. Paper is white whatever the screen is.
 */
export const baseStyles = css`
  :host {
    display: inline-block;
    position: relative;
    max-inline-size: 100%;
    text-indent: 0;
    white-space: normal;
    font-family: var(--figshare-font, inherit);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host(:state(below)) {
    display: none !important;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  .stack {
    display: inline-grid;
    grid-template-columns: minmax(0, auto);
    inline-size: 100%;
    justify-items: start;
  }
  .stack > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .reserved {
    visibility: hidden;
  }
  [data-text]::after {
    content: attr(data-text);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .skeleton {
    display: inline-block;
    inline-size: 3.2ch;
    block-size: 0.7em;
    border-radius: 2px;
    background: ${color.border};
  }
  a,
  button {
    color: inherit;
    outline-color: ${color.accent};
  }
  a:focus-visible,
  button:focus-visible,
  .stack:focus-visible {
    outline: 2px solid ${color.accent};
    outline-offset: 2px;
  }
  .button {
    font: inherit;
    font-size: 0.8125em;
    line-height: 1;
    box-sizing: border-box;
    min-block-size: 24px;
    padding: 0.25em 0.7em;
    margin: -2px 0;
    color: ${color.text};
    background: ${color.surface};
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 4px);
    cursor: pointer;
  }
  @media print {
    .stack {
      color-scheme: light;
    }
  }
  @media (forced-colors: active) {
    .skeleton {
      border: 1px solid;
    }
  }
`;
