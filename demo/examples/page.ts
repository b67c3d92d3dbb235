/** Plain TypeScript: the tag, its properties and its events are typed. */
import 'figshare-elements/define/figshare-stats';
import { FigshareClient, FigshareError } from 'figshare-elements/client';

const stats = document.createElement('figshare-stats');
stats.item = 766364;
stats.metrics = 'views downloads';
stats.hideBelow = 10;
stats.addEventListener('figshare-load', ({ detail }) =>
  console.log(detail.source, detail.retrieved.getTime()),
);
stats.addEventListener('figshare-error', ({ detail }) => console.warn(detail.kind, detail.message));
document.body.append(stats);

const client = new FigshareClient({ source: '/figshare.json https://stats.figshare.com' });
try {
  const { answer } = await client.totals({ item: '766364', metrics: ['views'] });
  console.log((answer.views ?? 0) + 1);
} catch (error) {
  if (error instanceof FigshareError && error.kind === 'busy') console.log('later');
}
