import { css } from 'lit';
import { color, small } from '../styles.js';

/** Before the map, a pale area where land will be, with the room of the lines above and under it (map-styles.ts). */
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
