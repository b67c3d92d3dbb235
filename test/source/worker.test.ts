import { expect } from '@open-wc/testing';
import { world } from '../support/worlds.js';

describe('FigshareClient in a worker', () => {
  it('asks as it does in a page', async () => {
    const script = `
      import { FigshareClient } from '${location.origin}/src/client.ts';
      const client = new FigshareClient({ source: '${world().url}' });
      postMessage((await client.totals({ item: '766364', metrics: ['views'] })).answer);
    `;
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address, { type: 'module' });
    const answer = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    worker.terminate();
    URL.revokeObjectURL(address);
    expect(answer).to.deep.equal({ views: 46_088 });
  });
});
