import type { Plugin } from 'vite';
import { startStandIn, type FaultName } from '../test/support/stand-in.js';

/** The gallery's failing services: a world of the stand-in for each, where every request ends like this. */
const faults: Record<string, FaultName> = {
  loading: 'hang',
  busy: '429',
  unreachable: 'no-cors',
  unavailable: '503',
  forbidden: '403',
  'bad-data': 'html',
};

/**
 * Runs the stand-in of the statistics service beside the gallery, on a port of its own as the real service is on
 * a host of its own, and writes its address where a page says `%STAND_IN%`.
 */
export function standInPlugin(): Plugin {
  let address = '';
  return {
    name: 'stand-in',
    apply: 'serve',
    async configureServer(server) {
      const standIn = await startStandIn();
      address = standIn.url;
      for (const [world, fault] of Object.entries(faults))
        standIn.world(world).faults([{ path: '/*', fault }]);
      server.httpServer?.once('close', () => void standIn.close());
    },
    transformIndexHtml: (html) => html.replaceAll('%STAND_IN%', address),
  };
}
