import { css } from 'lit';
import { color } from './styles.js';

/**
 * A badge is inline text with a border: it sits on the baseline and never makes its line higher. A number keeps the
 * first word of its name; the others may go to the next line.
 */
export const badgeStyles = css`
  .badge {
    font-size: 0.8125em;
    padding-block: 0.2em;
    color: ${color.muted};
    background: ${color.surface};
    border: 1px solid ${color.border};
    border-radius: var(--figshare-radius, 4px);
    text-decoration: none;
  }
  .badge,
  .cell {
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }
  .cell {
    white-space: nowrap;
  }
  .cell .label {
    white-space: normal;
  }
  .cell {
    padding-inline: var(--figshare-gap, 0.6em);
  }
  .badge .value {
    font-weight: 600;
    color: ${color.text};
  }
  a.badge:hover {
    border-color: ${color.accent};
  }
`;
