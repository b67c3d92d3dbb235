/** React 19: components, or the tags themselves with their types. */
import type { CustomElements } from 'figshare-elements/jsx';
import { FigshareBreakdown, FigshareStats } from 'figshare-elements/react';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's own way
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the same
    interface IntrinsicElements extends CustomElements {}
  }
}

export function Data({ doi }: { doi: string }) {
  return (
    <p>
      <FigshareStats
        item={doi}
        hideBelow={10}
        noLink
        onfigshare-load={({ detail }) => console.log(detail.source)}
      >
        <a href={`https://doi.org/${doi}`}>The data</a>
      </FigshareStats>
      <FigshareBreakdown item={doi} variant="map" limit={5} />
      <figshare-timeline item={doi} granularity="year" />
    </p>
  );
}
