import { readFileSync } from 'node:fs';

/**
 * Requests whose answer is on record or in figshare's documentation: they are answered by that file,
 * byte for byte. `responses/SOURCES.md` says where each file is from.
 *
 * The two timelines recorded without dates are not here: they contradict the documented current
 * month, and serve as data instead (recorded-items.ts).
 */
const answers: Record<string, string> = {
  '/top/views/article': 'real__top_views_article',
  '/breakdown/year/views/article/766364?end_date=2016-04-21&start_date=2015-04-19':
    'real__breakdown_year_views_article_766364__2015-04-19_2016-04-21',
  '/total/views/article/23': 'docs__200__total_views_article_23',
  '/total/shares/author/15': 'docs__200__total_shares_author_15',
  '/monash/total/downloads/group/10': 'docs__200__monash_total_downloads_group_10',
  '/lboro/total/views/collection/15': 'docs__200__lboro_total_views_collection_15',
  '/lboro/timeline/total/views/collection/15?end_date=2014-03-05&start_date=2014-01-02':
    'docs__200__lboro_timeline_total_views_collection_15_s2014_01_02',
  '/monash/timeline/month/shares/group/10?end_date=2014-05-12&start_date=2014-01-03&sub_item=category&sub_item_id=2':
    'docs__200__monash_timeline_month_shares_group_10_si_category_id_2_s2014_01_03',
  '/monash/timeline/day/views/group/10?end_date=2014-03-04&start_date=2014-03-01&sub_item=item_type&sub_item_id=dataset':
    'docs__200__monash_timeline_day_views_group_10_si_item_type_id_dataset_s2014_03_01',
  '/lboro/breakdown/total/downloads/group/17?end_date=2015-05-17&start_date=2015-02-11&sub_item=item_type&sub_item_id=fileset':
    'docs__200__lboro_breakdown_total_downloads_group_17_si_item_type_id_fileset_s2015_02_11',
  '/melbourne/breakdown/month/views/group/234?end_date=2015-03-17&start_date=2015-02-11&sub_item=item_type&sub_item_id=project':
    'docs__200__melbourne_breakdown_month_views_group_234_si_item_type_id_project_s2015_02_11',
  '/monash/top/views/group?count=3&end_date=2014-12-31&item_id=2&start_date=2014-01-01&sub_item=category':
    'docs__200__monash_top_views_group_item_id_2_si_category_count_3_s2014_01_01',
  '/top/views/project?count=2&item_id=13&sub_item=referral':
    'docs__200__top_views_project_item_id_13_count_2_si_referral',
  '/top/shares/author?count=3&item_id=13456&sub_item=item_type':
    'docs__200__top_shares_author_item_id_13456_count_3_si_item_type',
};

/** The recorded answer to a request, whatever the order of its query; nothing if there is none. */
export function recordedAnswer(path: string, query: URLSearchParams): string | undefined {
  const pairs = [...query].map(([name, value]) => `${name}=${value}`).sort();
  const file = answers[pairs.length ? `${path}?${pairs.join('&')}` : path];
  return file === undefined ? undefined : recordedText(`${file}.json`);
}

export function recordedText(file: string): string {
  return readFileSync(new URL(`../responses/${file}`, import.meta.url), 'utf8');
}

export function recordedJson(file: string): unknown {
  return JSON.parse(recordedText(file));
}
