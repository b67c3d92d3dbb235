/**
 * Draws the countries of the world for `src/charts/atlas.ts`. It is drawn once, not in each reader's browser: the map
 * has one size, and what is needed to draw it weighs four times as much.
 *
 *   npx tsx test/support/draw-atlas.ts > src/charts/atlas.ts
 */
import { pathToFileURL } from 'node:url';
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };
import detailed from 'world-atlas/countries-50m.json' with { type: 'json' };
import { codeOf } from '../../src/format/country.js';

const box = { width: 480, height: 222 };
/** A dot at an edge is whole. */
const inside: [[number, number], [number, number]] = [
  [4, 0],
  [box.width - 4, box.height],
];

/** Degrees to the west by which the map is turned: its edge lies in the Bering Strait, where it cuts no country. */
const turn = 11;

/** What the atlas has no room to spell out. */
const inFull: Record<string, string> = {
  'Antigua and Barb.': 'Antigua and Barbuda',
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Central African Rep.': 'Central African Republic',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  'Dominican Rep.': 'Dominican Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  'Falkland Is.': 'Falkland Islands',
  'Fr. Polynesia': 'French Polynesia',
  'Fr. S. Antarctic Lands': 'French Southern Territories',
  'N. Cyprus': 'Northern Cyprus',
  'S. Sudan': 'South Sudan',
  'Solomon Is.': 'Solomon Islands',
  'St-Barthélemy': 'Saint Barthélemy',
  'St-Martin': 'Saint Martin',
  'St. Vin. and Gren.': 'Saint Vincent and the Grenadines',
  'W. Sahara': 'Western Sahara',
  'Wallis and Futuna Is.': 'Wallis and Futuna',
  Åland: 'Åland Islands',
  'Faeroe Is.': 'Faroe Islands',
  'N. Mariana Is.': 'Northern Mariana Islands',
  'U.S. Virgin Is.': 'U.S. Virgin Islands',
};

const nameOf = ({ properties: { name } }: { properties: { name: string } }) =>
  inFull[name] ?? name.replace(/ Is\.$/, ' Islands');

/** The countries of an atlas, each with its outline. */
function countriesOf(topology: unknown) {
  const { objects, ...rest } = topology as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  return feature({ objects, ...rest }, objects.countries).features;
}

/** Where a country lies that is too small for an outline: its largest island counts. */
function centreOf(geometry: Geometry): [number, number] {
  if (geometry.type !== 'MultiPolygon') return geoCentroid(geometry);
  const islands = geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }) as const);
  return geoCentroid(islands.reduce((most, island) => (geoArea(island) > geoArea(most) ? island : most)));
}

/** The text of `src/charts/atlas.ts`. */
export function drawAtlas(): string {
  // Antarctica would take a fifth of the room.
  const features = countriesOf(atlas).filter((country) => nameOf(country) !== 'Antarctica');
  const drawn = new Set(features.map((country) => codeOf(nameOf(country))));
  const small = countriesOf(detailed).filter((country) => {
    const code = codeOf(nameOf(country));
    return code && !drawn.has(code) && code !== 'AQ';
  });
  const points = small.map((country) => centreOf(country.geometry));
  // Countries are as large as they are beside each other.
  const projection = geoEqualEarth()
    .rotate([-turn, 0])
    .fitExtent(inside, {
      type: 'GeometryCollection',
      geometries: [...features.map(({ geometry }) => geometry), { type: 'MultiPoint', coordinates: points }],
    });
  const draw = geoPath(projection).digits(1);
  const lands = features.map(
    (country) => `  ${JSON.stringify([nameOf(country), relative(draw(country)!)])},`,
  );
  const dots = small.map((country, index) => {
    const [x, y] = projection(points[index]!)!.map((at) => Math.round(at * 10) / 10);
    return `  ${JSON.stringify([nameOf(country), x, y]).replaceAll(',', ', ')},`;
  });
  return [
    '// Drawn by test/support/draw-atlas.ts from world-atlas (ISC), which is made of Natural Earth (public domain).',
    '',
    `/** Name in English and outline of each country but Antarctica, on a map of ${box.width} by ${box.height}. */`,
    'export const atlas: readonly (readonly [name: string, path: string])[] = [',
    ...lands,
    '];',
    '',
    '/** Name and place of each that is too small for an outline. */',
    'export const places: readonly (readonly [name: string, x: number, y: number])[] = [',
    ...dots,
    '];',
    '',
  ].join('\n');
}

/** The same outline, each point told from the one before: half as long. */
function relative(path: string): string {
  const rings = path.split('Z').filter(Boolean);
  return rings
    .map((ring) => {
      const points = ring
        .split(/[ML]/)
        .slice(1)
        .map((point) => point.split(',').map((at) => Math.round(Number(at) * 10)));
      const [start, ...steps] = points.map(([x, y], index) => {
        const [beforeX, beforeY] = points[index - 1] ?? [0, 0];
        return [x! - beforeX!, y! - beforeY!];
      });
      const moves = steps.filter(([x, y]) => x !== 0 || y !== 0).map(written);
      // An island that is smaller than a tenth is no outline.
      return moves.length > 0 ? `M${written(start!)}l${moves.join(' ')}z`.replaceAll(' -', '-') : '';
    })
    .join('');
}

/** Tenths as SVG writes them at their shortest: `-.5 3`. */
function written(point: readonly number[]): string {
  return point.map((tenths) => String(tenths / 10).replace(/^(-?)0\./, '$1.')).join(' ');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(drawAtlas());
