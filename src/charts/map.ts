import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import type { Box } from './scale.js';

/** A country as it lies on a map. */
export interface Land {
  /** In English. */
  name: string;
  /** Its outline, as SVG writes paths. */
  path: string;
}

/** What the atlas has no room to spell out. */
const inFull: Record<string, string> = {
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Central African Rep.': 'Central African Republic',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  'Dominican Rep.': 'Dominican Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  'Falkland Is.': 'Falkland Islands',
  'Fr. S. Antarctic Lands': 'French Southern Territories',
  'N. Cyprus': 'Northern Cyprus',
  'S. Sudan': 'South Sudan',
  'Solomon Is.': 'Solomon Islands',
  'W. Sahara': 'Western Sahara',
};

/**
 * The countries of the world, as large as they are beside each other, without Antarctica, which would take a fifth of
 * the room.
 */
export function landsIn({ width, height }: Box): Land[] {
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const world = feature(topology, topology.objects.countries);
  const features = world.features.filter(({ properties: { name } }) => name !== 'Antarctica');
  const projection = geoEqualEarth().fitSize([width, height], { ...world, features });
  const draw = geoPath(projection).digits(1);
  return features.map((country) => {
    const { name } = country.properties;
    return { name: inFull[name] ?? name, path: draw(country) ?? '' };
  });
}

/**
 * The least values of at most five levels, in round numbers, each about as many times the one before.
 *
 * @param largest - of all values, 1 or more
 * @returns ascending; the first is 1
 */
export function levelsUntil(largest: number): number[] {
  const steps = [0, 1, 2, 3, 4].map((step) => roundedDown(largest ** (step / 5)));
  return [...new Set(steps)].filter((step) => step <= largest);
}

/** The largest of 1, 2, 5, 10, 20, 50, … that is no larger. */
function roundedDown(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([5, 2].find((step) => step * unit <= value) ?? 1);
}
