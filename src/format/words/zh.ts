import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

/** Chinese in simplified characters. */
export const zh: Words = {
  colon: '：',
  comma: '，',

  views: { other: '次浏览', zero: '浏览' },
  downloads: { other: '次下载', zero: '下载' },
  shares: { other: '次分享', zero: '分享' },
  citations: { other: '次引用', zero: '引用' },

  none: '此期间无{}',
  nor: '或',
  unknown: '未知',
  counted: 'figshare 原始计数，所有版本',
  asOf: '截至 {}',
  allTime: '全部时间',
  use: '在 figshare 上的使用情况',
  view: '在 figshare 上查看',

  agree: '数据将在您同意后从 {} 加载。',
  show: '显示数据',
  noAnswer: '{} 没有响应。',
  again: '重试',
};

export const zhPublicItems: Noun = { other: '个公开条目', zero: '公开条目' };

export const zhDetails: DetailWords = {
  most: '{}，最多：{}（{}）',
  lastMonths: '最近 {} 个月',
  table: '表格',
};

export const zhTimeline: TimelineWords = {
  stop: '。',
  soFar: '{}（截至目前）',
  unfinished: '截至目前',
  notOver: '{}尚未结束。',
  fromZero: '自{}从 0 起计',
  cumulated: '{}量（累计）',
  per: { day: '每日{}量', month: '每月{}量', year: '每年{}量' },
  within: '{}内',
  rising: '{}，上升',
  falling: '{}，下降',
};

export const zhPlaces: PlaceWords = {
  byCountry: '{}量（按国家/地区）',
  byCity: '{}量（按城市，各国家/地区前 {} 位）',
  country: '国家/地区',
  city: '城市',
  share: '占比',
  others: { other: '其他 {} 个国家/地区' },
  otherPlaces: '其他地点',
  nowhere: '未知地点',
  fromCountries: { other: '{}，来自 {} 个国家/地区' },
};

export const zhMap: MapWords = {
  noData: '无数据',
  orMore: '及以上',
  offMap: '未在地图上显示',
  borders: '边界：Natural Earth',
};

export const zhLists: ListWords = {
  ranked: { views: '浏览最多的{}', downloads: '下载最多的{}', shares: '分享最多的{}' },
  byReferrer: '{}量（按来源网站）',
  kinds: {
    article: '文章',
    collection: '合集',
    author: '作者',
    group: '群组',
    project: '项目',
    category: '类别',
    'item-type': '条目类型',
  },
};
