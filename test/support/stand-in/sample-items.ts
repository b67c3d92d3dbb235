import type { ItemSettings } from './items.js';

/** SAMPLE data, all of it: ids, numbers and names are made up. Where `to` is missing, events go on until today. */
export function sampleItems(): [string, ItemSettings][] {
  const usda = '10.15482/USDA.ADC/1402049';
  return [
    ['article/1', { title: 'Nobody has seen this sample', doi: '10.6084/m9.figshare.1' }],
    [
      'article/30000001',
      {
        views: 18734,
        downloads: 4211,
        shares: 8,
        cites: 23,
        from: '2024-06-03',
        title: 'Growth of <i>E. coli</i> at 37 °C &amp; above (sample)',
        doi: '10.6084/m9.figshare.30000001',
      },
    ],
    [
      'article/30000002',
      {
        title: 'Sample of an institution',
        doi: '10.26180/30000002',
        views: 905,
        downloads: 211,
        from: '2020-02-01',
        institution: 'monash',
      },
    ],
    [
      'article/30000003',
      {
        views: 2 ** 50,
        downloads: 2 ** 50,
        shares: 2 ** 50,
        cites: 2 ** 50,
        unranked: true,
        title: '<img src=x onerror="document.title=1"> A huge sample',
        doi: '10.6084/m9.figshare.30000003',
      },
    ],
    [
      'article/24852405',
      {
        views: 1502,
        downloads: 377,
        cites: 4,
        from: '2019-03-01',
        title: 'Sample of the Ag Data Commons',
        doi: usda,
      },
    ],
    // A search by DOI finds this too, and first: whoever takes the first result has the wrong article.
    [
      'article/24852999',
      { views: 12, downloads: 1, from: '2021-03-01', title: 'Sample with a longer DOI', doi: `${usda}0` },
    ],
    [
      'collection/1234',
      {
        views: 7321,
        downloads: 1893,
        shares: 5,
        cites: 17,
        from: '2018-05-01',
        title: 'Sample collection',
        doi: '10.6084/m9.figshare.c.1234',
      },
    ],
    [
      'collection/5512345',
      {
        views: 640,
        downloads: 88,
        from: '2021-01-01',
        title: 'Sample collection of a publisher',
        doi: '10.1098/sample.2021.7',
      },
    ],
    ['author/97657', { views: 58240, downloads: 16117, shares: 41, from: '2013-01-01' }],
    ['author/13456', { views: 3111, downloads: 502, shares: 353, from: '2016-01-01' }],
    ['group/327', { views: 240118, downloads: 61504, shares: 77, from: '2015-01-01' }],
    ['group/328', { views: 1204, downloads: 310, from: '2017-01-01' }],
    ['project/13', { views: 2750, downloads: 644, shares: 2, from: '2016-09-01', title: 'Sample project' }],
  ];
}
