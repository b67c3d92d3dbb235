import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

/** Chinese in traditional characters. */
export const zhHant: Words = {
  colon: '：',
  comma: '，',

  views: { other: '次瀏覽', zero: '瀏覽' },
  downloads: { other: '次下載', zero: '下載' },
  shares: { other: '次分享', zero: '分享' },
  citations: { other: '次引用', zero: '引用' },

  none: '此期間無{}',
  nor: '或',
  unknown: '未知',
  counted: 'figshare 原始計數，所有版本',
  asOf: '截至 {}',
  allTime: '全部時間',
  use: '在 figshare 上的使用情況',
  view: '在 figshare 上檢視',

  agree: '數據將在您同意後從 {} 載入。',
  show: '顯示數據',
  noAnswer: '{} 沒有回應。',
  again: '重試',
};

export const zhHantPublicItems: Noun = { other: '個公開項目', zero: '公開項目' };

export const zhHantDetails: DetailWords = {
  most: '{}，最多：{}（{}）',
  lastMonths: '最近 {} 個月',
  table: '表格',
};

export const zhHantTimeline: TimelineWords = {
  stop: '。',
  soFar: '{}（截至目前）',
  unfinished: '截至目前',
  notOver: '{}尚未結束。',
  fromZero: '自{}從 0 起計',
  cumulated: '{}量（累計）',
  per: { day: '每日{}量', month: '每月{}量', year: '每年{}量' },
  within: '{}內',
  rising: '{}，上升',
  falling: '{}，下降',
};

export const zhHantPlaces: PlaceWords = {
  byCountry: '{}量（按國家/地區）',
  byCity: '{}量（按城市，各國家/地區前 {} 位）',
  country: '國家/地區',
  city: '城市',
  share: '佔比',
  others: { other: '其他 {} 個國家/地區' },
  otherPlaces: '其他地點',
  nowhere: '未知地點',
  fromCountries: { other: '{}，來自 {} 個國家/地區' },
};

export const zhHantMap: MapWords = {
  noData: '無資料',
  orMore: '及以上',
  offMap: '未在地圖上顯示',
  borders: '邊界：Natural Earth',
};

export const zhHantLists: ListWords = {
  ranked: { views: '瀏覽最多的{}', downloads: '下載最多的{}', shares: '分享最多的{}' },
  byReferrer: '{}量（按來源網站）',
  kinds: {
    article: '文章',
    collection: '合輯',
    author: '作者',
    group: '群組',
    project: '專案',
    category: '類別',
    'item-type': '項目類型',
  },
};
