import strong from 'anafanafo/data/verdana-10px-bold.json' with { type: 'json' };
import normal from 'anafanafo/data/verdana-10px-normal.json' with { type: 'json' };

/** How wide Verdana's characters are at 10 px, as ranges: first, last, width. */
export const verdana: Record<'strong' | 'normal', readonly number[][]> = { strong, normal };
