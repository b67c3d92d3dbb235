import { css } from 'lit';
import { color } from '../styles.js';

/** A phrase and a card, beside the badge. */
export const statsStyles = css`
  :host([variant='text']) {
    display: inline;
  }
  .text {
    white-space: normal;
    color: inherit;
    background: ${color.surface};
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  .text .value,
  .text .label {
    font-weight: inherit;
    color: inherit;
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
    font-size: 0.8125em;
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
    margin-block: 0.2em 0.5em;
  }
  .columns ::slotted(*) {
    flex: 1 1 8em;
    align-self: center;
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
    min-inline-size: 3.5ch;
    overflow-wrap: anywhere;
    font-size: 1.75em;
    line-height: 1.2;
  }
  .column .skeleton {
    min-inline-size: 5.5ch;
    block-size: 0.7em;
    margin-block: 0.25em;
  }
  .column .label {
    font-size: 0.8125em;
  }
`;
