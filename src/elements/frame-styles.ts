import { css } from 'lit';
import { color, small } from './styles.js';

/**
 * What stands alone: title, figures, foot. Without numbers a frame lies over the place that they take, so it is as
 * large as they will be.
 */
export const frameStyles = css`
  .block {
    position: relative;
    display: inline-grid;
    grid-template-columns: minmax(9em, 1fr);
    box-sizing: border-box;
    min-inline-size: 100%;
    max-inline-size: 100%;
    vertical-align: top;
    text-align: start;
    white-space: normal;
    background: ${color.surface};
  }
  /* Its content has no say in how wide it is. */
  .block > * {
    grid-area: 1 / 1;
    inline-size: 0;
    min-inline-size: 100%;
  }
  /* It would like to be so wide, and lets itself be squeezed: a plain width would push the page's own columns apart. */
  .block::before {
    content: '';
    display: grid;
    grid-area: 1 / 1;
    grid-template-columns: minmax(0, var(--f-inline-size, 30em));
    block-size: 0;
  }
  .block > slot {
    display: block;
    align-self: end;
  }
  .block > [inert] {
    visibility: hidden;
  }
  .title {
    display: block;
    margin-block-end: 0.35em;
    line-height: 1.4;
  }
  .title .name {
    margin-inline-end: 0.35em;
    font-weight: 600;
    color: inherit;
  }
  .title .more {
    display: inline-block; /* it goes into the next line as a whole */
    font-size: ${small};
    color: ${color.muted};
  }
  .frame {
    box-sizing: border-box;
    align-content: center; /* in place of a drawing that was waited for */
    padding: 1em 1.25em;
    text-align: center;
    border: 1px dashed ${color.border};
    border-radius: var(--figshare-radius, 8px);
  }
  .sentence,
  .frame .meta {
    margin: 0 0 0.6em;
    font-size: ${small};
    line-height: 1.5;
    color: ${color.muted};
  }
  .frame slot {
    display: block;
    margin-block-end: 0.6em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1.25em;
    min-block-size: 24px;
    font-size: ${small};
    line-height: 24px;
  }
  .meta {
    overflow: hidden;
  }
  .when {
    display: inline-block;
  }
  .when::before {
    content: '· ';
    margin-inline-start: -0.6em;
  }
  .waiting {
    visibility: hidden;
  }
  .foot .meta {
    margin-inline-end: auto;
  }
  .actions {
    display: flex;
    gap: 1.25em;
  }
  .action {
    padding: 0;
    font: inherit;
    line-height: inherit;
    color: ${color.accentText};
    background: none;
    border: 0;
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }
  .action:hover {
    text-decoration: underline;
  }
`;
