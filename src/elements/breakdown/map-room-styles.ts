import { css } from 'lit';
import { color, small } from '../styles.js';

/**
 * Before the map, a pale area where land will be, with the room of what map-styles.ts puts around it: above it what is read,
 * 1.75em, and under it the legend, 0.6em and 3em, and what has no place on it, 2.8em.
 */
export const mapRoomStyles = css`
  .map-room {
    padding-block: 1.75em 6.4em;
    font-size: ${small};
  }
  .ghost {
    display: block;
    inline-size: 100%;
    background: ${color.faint};
    border-radius: var(--figshare-radius, 4px);
  }
  @media (forced-colors: active) {
    .ghost {
      outline: 1px solid;
    }
  }
`;
