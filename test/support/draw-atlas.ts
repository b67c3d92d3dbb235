/**
 * Draws the countries of the world for `src/charts/atlas.ts`. It is drawn once, not in each reader's browser: the map
 * has one size, and what is needed to draw it weighs four times as much.
 *
 *   npx tsx test/support/draw-atlas.ts > src/charts/atlas.ts
 */
import { pathToFileURL } from 'node:url';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json' with { type: 'json' };

const box = { width: 480, height: 222 };

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

/** The text of `src/charts/atlas.ts`. */
export function drawAtlas(): string {
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const world = feature(topology, topology.objects.countries);
  // Antarctica would take a fifth of the room.
  const features = world.features.filter(({ properties: { name } }) => name !== 'Antarctica');
  // Countries are as large as they are beside each other.
  const projection = geoEqualEarth().fitSize([box.width, box.height], { ...world, features });
  const draw = geoPath(projection).digits(1);
  const lands = features.map((country) => {
    const { name } = country.properties;
    return `  ${JSON.stringify([inFull[name] ?? name, relative(draw(country)!)])},`;
  });
  return [
    '// Drawn by test/support/draw-atlas.ts from world-atlas (ISC), which is made of Natural Earth (public domain).',
    '',
    `/** Name in English and outline of each country but Antarctica, on a map of ${box.width} by ${box.height}. */`,
    'export const atlas: readonly (readonly [name: string, path: string])[] = [',
    ...lands,
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
