import type { DetailWords, ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const ar: Words = {
  selfCounting: ['one', 'two'],
  colon: ': ',
  comma: '، ',

  views: {
    zero: 'مشاهدات',
    one: 'مشاهدة واحدة',
    two: 'مشاهدتان',
    few: 'مشاهدات',
    other: 'مشاهدة',
    heading: 'المشاهدات',
  },
  downloads: {
    zero: 'تنزيلات',
    one: 'تنزيل واحد',
    two: 'تنزيلان',
    few: 'تنزيلات',
    many: 'تنزيلًا',
    other: 'تنزيل',
    heading: 'التنزيلات',
  },
  shares: {
    zero: 'مشاركات',
    one: 'مشاركة واحدة',
    two: 'مشاركتان',
    few: 'مشاركات',
    other: 'مشاركة',
    heading: 'المشاركات',
  },
  citations: {
    zero: 'اقتباسات',
    one: 'اقتباس واحد',
    two: 'اقتباسان',
    few: 'اقتباسات',
    many: 'اقتباسًا',
    other: 'اقتباس',
    heading: 'الاقتباسات',
  },

  none: 'لا توجد {} في هذه الفترة',
  nor: ' أو ',
  unknown: 'غير معروف',
  counted: 'أعداد figshare الخام، جميع الإصدارات',
  asOf: 'حتى {}',
  allTime: 'منذ البداية',
  use: 'الاستخدام على figshare',
  view: 'عرض على figshare',

  agree: 'لا تُحمَّل الأرقام من {} إلا بعد موافقتك.',
  show: 'عرض الأرقام',
  noAnswer: 'لم يستجب {}.',
  again: 'إعادة المحاولة',
};

export const arPublicItems: Noun = {
  zero: 'عناصر عامة',
  one: 'عنصر عام واحد',
  two: 'عنصران عامان',
  few: 'عناصر عامة',
  many: 'عنصرًا عامًا',
  other: 'عنصر عام',
  heading: 'العناصر العامة',
};

export const arDetails: DetailWords = {
  most: '{}، الأعلى: {} ({})',
  lastMonths: 'آخر {} شهرًا',
  table: 'جدول',
};

export const arTimeline: TimelineWords = {
  stop: '. ',
  soFar: '{} حتى الآن',
  unfinished: 'حتى الآن',
  notOver: 'لم ينتهِ {} بعد.',
  fromZero: 'محسوبة من الصفر ابتداءً من {}',
  cumulated: '{}، المجموع التراكمي',
  per: { day: '{} يوميًا', month: '{} شهريًا', year: '{} سنويًا' },
  within: '({})',
  rising: '{}، في ارتفاع',
  falling: '{}، في انخفاض',
};

export const arPlaces: PlaceWords = {
  byCountry: '{} حسب البلد',
  byCity: '{} حسب المدينة، أكبر {} في كل بلد',
  country: 'البلد',
  city: 'المدينة',
  share: 'النسبة',
  others: {
    one: 'بلد واحد آخر',
    two: 'بلدان آخران',
    few: '{} بلدان أخرى',
    many: '{} بلدًا آخر',
    other: '{} بلد آخر',
  },
  otherPlaces: 'أماكن أخرى',
  nowhere: 'مكان غير معروف',
  fromCountries: {
    one: '{} من بلد واحد',
    two: '{} من بلدين',
    few: '{} من {} بلدان',
    many: '{} من {} بلدًا',
    other: '{} من {} بلد',
  },
};

export const arMap: MapWords = {
  noData: 'لا توجد بيانات',
  orMore: 'أو أكثر',
  offMap: 'خارج الخريطة',
  borders: 'الحدود: Natural Earth',
};

export const arLists: ListWords = {
  ranked: { views: '{} الأكثر مشاهدة', downloads: '{} الأكثر تنزيلًا', shares: '{} الأكثر مشاركة' },
  byReferrer: '{} حسب الموقع المُحيل',
  kinds: {
    article: 'المقالات',
    collection: 'مجموعات المواد',
    author: 'المؤلفون',
    group: 'المجموعات',
    project: 'المشاريع',
    category: 'الفئات',
    'item-type': 'أنواع العناصر',
  },
};
