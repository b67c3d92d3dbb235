/**
 * The layers of src: imports go down only (`depcruise src`, part of `npm run check`).
 * A folder, or a file at the top of src, may import itself and what is named here. Type imports count.
 */
const layers = {
  'version.ts': [],
  figshare: [],
  source: ['figshare'],
  format: ['figshare'],
  charts: ['figshare', 'format'],
  elements: ['figshare', 'source', 'format', 'charts', 'version.ts'],
  define: ['elements', 'version.ts'],
  cdn: ['define', 'elements', 'figshare'],
  images: ['figshare', 'source', 'format', 'charts'],
  relay: ['figshare', 'source', 'format', 'charts', 'images'],
  'relay.ts': ['images', 'relay'],
  cli: ['figshare', 'source', 'format', 'charts', 'images', 'relay', 'relay.ts', 'version.ts'],
  'client.ts': ['figshare', 'source'],
  'index.ts': ['client.ts', 'elements', 'figshare'],
  'react.ts': ['define', 'elements', 'figshare', 'source'],
};

/** A regular expression that matches the paths of some layers. */
const inside = (names) =>
  `^src/(${names.map((name) => (name.endsWith('.ts') ? `${name}$` : `${name}/`)).join('|')})`;

const layerRules = Object.entries(layers).map(([layer, below]) => ({
  name: `layers: ${layer}`,
  comment: `src/${layer} may import ${below.join(', ') || 'nothing of the others'}`,
  severity: 'error',
  from: { path: inside([layer]) },
  to: { path: '^(src|demo|test)/', pathNot: inside([layer, ...below]) },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no place in the layers',
      comment: 'a new folder or top file of src needs its line in the table above',
      severity: 'error',
      from: { path: '^src/', pathNot: inside(Object.keys(layers)) },
      to: {},
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'Lit in elements only',
      severity: 'error',
      from: { pathNot: '^src/elements/' },
      to: { path: '(^|/)node_modules/(lit|@lit|lit-[^/]*)/' },
    },
    {
      name: 'a library of charts in charts/chart.ts only',
      comment:
        'Chart.js weighs 50 kB, and that one is loaded lazily: to what a page loads at once, Lit is the only library',
      severity: 'error',
      from: {
        path: '^src/(figshare|source|format|charts|elements|define|cdn)/',
        pathNot: '^src/charts/chart[.]ts$',
      },
      to: { path: '(^|/)node_modules/(?!(lit|@lit|lit-[^/]*)/)' },
    },
    {
      name: 'the atlas in charts/map.ts only',
      comment: 'it weighs 20 kB, and that one is loaded lazily',
      severity: 'error',
      from: { pathNot: '^src/charts/map[.]ts$' },
      to: { path: '^src/charts/atlas[.]ts$' },
    },
    {
      name: 'no second Lit and no second words in the files of chart and map',
      comment: 'they are handed what the elements hold already: imported, it would come twice',
      severity: 'error',
      from: {
        path: '^src/elements/(timeline/(canvas|canvas-styles|name-places)|breakdown/map-(view|legend|countries|styles))[.]ts$',
      },
      to: {
        path: '(^|/)node_modules/(lit|@lit|lit-[^/]*)/|^src/(source|figshare)/|^src/elements/(lazy-tools|styles)[.]ts$|^src/format/(count|country|figure|words/(words|grammar))[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'Node in relay and cli only',
      comment:
        'everything else runs in browsers and workers; images/png-node.ts says by its name that it does not',
      severity: 'error',
      from: { pathNot: '^src/(relay/|cli/|images/png-node[.]ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing unresolved',
      comment: 'relay/page-files.ts holds what the build has made before it',
      severity: 'error',
      from: { pathNot: '^src/relay/page-files[.]ts$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
