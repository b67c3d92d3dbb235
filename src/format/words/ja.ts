import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const ja: Words = {
  colon: '：',
  comma: '、',

  views: { other: '回閲覧', zero: '閲覧' },
  downloads: { other: '回ダウンロード', zero: 'ダウンロード' },
  shares: { other: '回共有', zero: '共有' },
  citations: { other: '回引用', zero: '引用' },

  none: 'この期間の{}はありません',
  nor: 'または',
  unknown: '不明',
  counted: 'figshare の未加工の集計値、全バージョン',
  asOf: '{}現在',
  allTime: '全期間',
  use: 'figshare での利用状況',
  view: 'figshare で見る',

  agree: '数値は、同意された後に {} から読み込みます。',
  show: '数値を表示',
  noAnswer: '{} から応答がありません。',
  again: '再試行',
};

export const jaPublicItems: Noun = { other: '件の公開アイテム', zero: '公開アイテム' };

export const jaDetails: DetailWords = {
  most: '{}、最多：{}（{}）',
  lastMonths: '過去{}か月',
  table: '表',
};

export const jaTimeline: TimelineWords = {
  stop: '。',
  soFar: '{}（途中経過）',
  unfinished: '途中経過',
  notOver: '{}はまだ終わっていません。',
  fromZero: '{}に 0 から集計',
  cumulated: '{}の累計',
  per: { day: '{}の日別推移', month: '{}の月別推移', year: '{}の年別推移' },
  within: '{}間',
  rising: '{}、増加傾向',
  falling: '{}、減少傾向',
};

export const jaPlaces: PlaceWords = {
  byCountry: '国別の{}数',
  byCity: '都市別の{}数（各国上位{}都市）',
  country: '国・地域',
  city: '都市',
  share: '割合',
  others: { other: 'その他{}か国・地域' },
  otherPlaces: 'その他の場所',
  nowhere: '場所不明',
  fromCountries: { other: '{}（{}か国・地域から）' },
};

export const jaMap: MapWords = {
  noData: 'データなし',
  orMore: '以上',
  offMap: '地図にない国・地域',
  borders: '国境：Natural Earth',
};

export const jaLists: ListWords = {
  ranked: { views: '閲覧数の多い{}', downloads: 'ダウンロード数の多い{}', shares: '共有数の多い{}' },
  byReferrer: '参照元別の{}数',
  kinds: {
    article: '記事',
    collection: 'コレクション',
    author: '著者',
    group: 'グループ',
    project: 'プロジェクト',
    category: 'カテゴリー',
    'item-type': 'アイテムの種類',
  },
};
