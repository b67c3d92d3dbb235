import type { Plugin } from 'vite';
import { createRelay } from '../src/relay/app.js';
import { listen } from '../src/relay/node.js';
import { mainApi } from '../src/source/service.js';
import { startStandIn, type FaultName } from '../test/support/stand-in.js';

/** The failing services of the gallery: a world of the stand-in for each, where every request ends like this. */
const faults: Record<string, FaultName> = {
  busy: '429',
  unreachable: 'no-cors',
  unavailable: '503',
  forbidden: '403',
  'bad-data': 'html',
};

/**
 * Runs the stand-in of the statistics service beside the site, on a port of its own as the real service is on
 * a host of its own, and writes its address where a page says `%STAND_IN%`. In the mode `live` a relay answers from the
 * service where a page says `%SOURCE%`, and figshare's main API where it says `%API%`, if that can be reached.
 */
export function standInPlugin(): Plugin {
  const texts = {
    STAND_IN: '',
    SILENT: '',
    SOURCE: '',
    API: '',
    ORIGIN: 'sample',
    NOTICE:
      'On this machine, with recorded numbers and samples. <code>npm start -- --live</code> asks figshare.',
  };
  return {
    name: 'stand-in',
    apply: 'serve',
    async configureServer(server) {
      const standIn = await startStandIn();
      texts.STAND_IN = texts.SOURCE = standIn.url;
      texts.API = `${standIn.url}/v2`;
      for (const [world, fault] of Object.entries(faults))
        standIn.world(world).faults([{ path: '/*', fault }]);
      // At another address: of one, a page asks no more than four things at a time.
      const silent = await startStandIn();
      silent.world('loading').faults([{ path: '/*', fault: 'hang' }]);
      texts.SILENT = silent.world('loading').url;
      server.httpServer?.once('close', () => void Promise.all([standIn.close(), silent.close()]));
      if (server.config.mode !== 'live') return;

      const relay = await listen(createRelay(), { port: 0, hostname: '127.0.0.1' });
      server.httpServer?.once('close', () => void relay.stop());
      const isThere = (await fetch(`${relay.url}/total/views/article/766364`)).ok;
      if (isThere) Object.assign(texts, { SOURCE: relay.url, API: mainApi, ORIGIN: 'live' });
      texts.NOTICE = isThere
        ? 'Live: a relay on this machine asks figshare’s service.'
        : 'figshare’s service could not be reached: these are the recorded numbers and samples.';
      server.config.logger.info(texts.NOTICE);
    },
    transformIndexHtml: (html) =>
      Object.entries(texts).reduce((page, [name, text]) => page.replaceAll(`%${name}%`, text), html),
  };
}
