/** The elements from their sources, for `npm start`: names are asked of the stand-in there, as numbers are. */
import { mainApi } from '../../src/source/service.js';
import { sources } from './sources.js';

const { fetch } = globalThis;
if (sources.api !== mainApi)
  globalThis.fetch = (input, init) =>
    fetch(typeof input === 'string' ? input.replace(mainApi, sources.api) : input, init);

await import('../../src/define/all.js');
