import type { ListWords, MapWords, Noun, PlaceWords, TimelineWords, Words } from './en.js';

export const ar: Words = {
  direction: 'rtl',
  selfCounting: ['one', 'two'],
  colon: ': ',
  comma: '، ',
  stop: '. ',

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
  nor: ['، ', ' أو '],
  unknown: 'غير معروف',
  nothingKnown: 'لا يُعرف شيء عن هذا العنصر',
  counted: 'أعداد figshare الخام، جميع الإصدارات',
  asOf: 'حتى {}',
  allTime: 'منذ البداية',
  lastMonths: 'آخر {} شهرًا',
  use: 'الاستخدام على figshare',
  view: 'عرض على figshare',

  agree: 'لن يُحمَّل شيء قبل موافقتك. الأرقام من {}.',
  show: 'عرض الأرقام',
  noAnswer: 'لم يستجب {}. الأرقام غير معروفة حاليًا.',
  again: 'إعادة المحاولة',
  table: 'جدول',
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

export const arTimeline: TimelineWords = {
  soFar: '{} حتى الآن',
  unfinished: 'حتى الآن',
  notOver: 'لم ينتهِ {} بعد.',
  fromZero: 'محسوبة من الصفر ابتداءً من {}',
  cumulated: '{}، المجموع التراكمي',
  per: { day: '{} يوميًا', month: '{} شهريًا', year: '{} سنويًا' },
  within: {
    day: {
      one: 'خلال يوم واحد',
      two: 'خلال يومين',
      few: 'خلال {} أيام',
      many: 'خلال {} يومًا',
      other: 'خلال {} يوم',
    },
    month: {
      one: 'خلال شهر واحد',
      two: 'خلال شهرين',
      few: 'خلال {} أشهر',
      many: 'خلال {} شهرًا',
      other: 'خلال {} شهر',
    },
    year: {
      one: 'خلال سنة واحدة',
      two: 'خلال سنتين',
      few: 'خلال {} سنوات',
      other: 'خلال {} سنة',
    },
  },
  most: { day: '{}، الأعلى في {} ({})', month: '{}، الأعلى في {} ({})', year: '{}، الأعلى في {} ({})' },
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
  first: '{}، في المقدمة: {} ({})',
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
    article: { one: 'مقالة', all: 'المقالات' },
    collection: { one: 'مجموعة مواد', all: 'مجموعات المواد' },
    author: { one: 'مؤلف', all: 'المؤلفون' },
    group: { one: 'مجموعة', all: 'المجموعات' },
    project: { one: 'مشروع', all: 'المشاريع' },
    category: { one: 'فئة', all: 'الفئات' },
    'item-type': { one: 'نوع العنصر', all: 'أنواع العناصر' },
  },
};
