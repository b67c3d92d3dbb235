import { daysAfter } from './dates.js';
import type { ItemSettings } from './items.js';
import { mergedPlaces } from './places.js';
import type { CountryWeights, Places } from './places.js';
import { recordedJson, recordedText } from './recorded.js';
import { spread } from './series.js';

/** Items that something is on record of, by `kind/id`. What is not on record is made up. */
export function recordedItems(): [string, ItemSettings][] {
  return [...mostViewed(), ...tenArticles(), ['article/766364', article766364()]];
}

/**
 * Recorded: views per year, ten days of downloads, the year's breakdown. Their spread over the days
 * of a year and the totals of downloads, shares and citations are SAMPLE data.
 */
function article766364(): ItemSettings {
  const years = timelineOf('real__timeline_year_views_article_766364__no-dates.json');
  const views = Object.entries(years).flatMap(([year, count]) => {
    // 2013 and 2017 are not whole years: the item came in 2013, and the answer was recorded in mid-2017.
    const start = year === '2013' ? '2013-08-12' : `${year}-01-01`;
    const end = year === '2017' ? '2017-06-30' : `${year}-12-31`;
    return [...spread(count, { start, end }, `766364 views ${year}`)];
  });

  const known = timelineOf('real__timeline_day_downloads_article_766364__no-dates_excerpt.json');
  const knownDays = Object.keys(known).sort();
  const [firstKnown = '', lastKnown = ''] = [knownDays.at(0), knownDays.at(-1)];
  const rest = 5210 - Object.values(known).reduce((sum, count) => sum + count, 0);
  const before = Math.round(rest * 0.55);
  const downloads = [
    ...spread(before, { start: '2013-08-12', end: daysAfter(firstKnown, -1) }, '766364 downloads before'),
    ...Object.entries(known),
    ...spread(rest - before, { start: daysAfter(lastKnown, 1), end: '2017-06-30' }, '766364 downloads after'),
  ];

  const places = recordedJson('real__breakdown_year_views_article_766364__2015-04-19_2016-04-21.json') as {
    breakdown: Record<string, Record<string, Record<string, number>>>;
  };
  return {
    views: 46088,
    downloads: 5210,
    shares: 3,
    cites: 12,
    timeline: { views: Object.fromEntries(views), downloads: Object.fromEntries(downloads) },
    from: '2013-08-12',
    to: '2017-06-30',
    countries: toWeights(mergedPlaces(Object.values(places.breakdown))),
    title: 'Sample article 766364',
    doi: '10.6084/m9.figshare.766364',
  };
}

/** Views recorded in a list of the most viewed articles of mid-2017; the rest is SAMPLE data. */
function mostViewed(): [string, ItemSettings][] {
  const { top } = recordedJson('real__top_views_article.json') as { top: Record<string, number> };
  return Object.entries(top).map(([id, views]) => [
    `article/${id}`,
    {
      ...named(id),
      views,
      downloads: Math.round(views / 9),
      shares: 1,
      cites: Number(id) % 40,
      from: '2014-01-01',
      to: '2017-06-30',
    },
  ]);
}

/** Ten articles whose views and downloads were written down on 2023-05-23; their days are SAMPLE data. */
function tenArticles(): [string, ItemSettings][] {
  const rows = recordedText('real-derived__total_views_downloads__10_articles_2023-05-23.csv')
    .trim()
    .split('\n')
    .slice(1);
  return rows.map((row) => {
    const [id = '', views, downloads] = row.split(',');
    return [
      `article/${id}`,
      {
        ...named(id),
        views: Number(views),
        downloads: Number(downloads),
        from: '2018-08-01',
        to: '2023-05-23',
      },
    ];
  });
}

function timelineOf(file: string): Record<string, number> {
  return (recordedJson(file) as { timeline: Record<string, number> }).timeline;
}

function named(id: string): ItemSettings {
  return { title: `Sample article ${id}`, doi: `10.6084/m9.figshare.${id}` };
}

function toWeights(places: Places): CountryWeights {
  return Object.fromEntries(
    [...places].map(([name, { total, cities }]) => [name, { ...Object.fromEntries(cities), total }]),
  );
}
