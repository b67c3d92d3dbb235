import { css } from 'lit';
import { color, small } from '../styles.js';

/** A phrase and a card, beside the badge. */
export const statsStyles = css`
  .text {
    white-space: normal;
    color: inherit;
    background: ${color.surface};
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  .open {
    text-decoration: none;
  }
  .text .value,
  .text .label {
    font-weight: inherit;
    color: inherit;
  }
  /* Between the widths of four digits and of five, since a phrase keeps no room. */
  .text .skeleton {
    min-inline-size: 5ch;
  }
  .whole {
    white-space: nowrap;
  }

  .card {
    box-sizing: border-box;
    padding: 1em 1.25em;
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 8px);
  }
  .card .title {
    margin: 0;
    font-size: ${small};
  }
  .card .title .name {
    font-weight: 400;
    color: ${color.muted};
  }
  .columns {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.5em var(--figshare-gap, 1.75em);
    margin-block: 0.35em 0.5em;
  }
  /* Beside the numbers where there is room, else under them from edge to edge. */
  .columns ::slotted(*) {
    flex: 1 1 5em;
    min-inline-size: 0;
    max-inline-size: 24em;
    align-self: end;
  }
  .column {
    max-inline-size: 100%;
    line-height: 1.4;
  }
  .column .value,
  .column .label {
    display: block;
  }
  .column .value {
    box-sizing: border-box;
    min-inline-size: 5.5ch;
    min-block-size: 1.2em;
    overflow-wrap: anywhere;
    font-size: 1.75em;
    line-height: 1.2;
  }
  /* These are few. */
  .column:is(.shares, .citations) .value {
    min-inline-size: 3ch;
  }
  .column .skeleton {
    block-size: 1.2em;
    padding-block: 0.25em;
    background-clip: content-box;
  }
  .column .label {
    font-size: ${small};
  }
`;
