import { readWords, type Language } from './words.js';

// One line a word: what an entry is called whose name is not known, before its number.
const table: Record<Language, string> = {
  en: `
    article
    collection
    author
    group
    project
    category`,
  de: `
    Artikel
    Sammlung
    Autor:in
    Gruppe
    Projekt
    Kategorie`,
  es: `
    artículo
    colección
    autor
    grupo
    proyecto
    categoría`,
  fr: `
    article
    collection
    auteur
    groupe
    projet
    catégorie`,
  it: `
    articolo
    raccolta
    autore
    gruppo
    progetto
    categoria`,
  nl: `
    artikel
    collectie
    auteur
    groep
    project
    categorie`,
  pl: `
    artykuł
    kolekcja
    autor
    grupa
    projekt
    kategoria`,
  pt: `
    artigo
    coleção
    autor
    grupo
    projeto
    categoria`,
  zh: `
    文章
    合集
    作者
    群组
    项目
    类别`,
  ja: `
    記事
    コレクション
    著者
    グループ
    プロジェクト
    カテゴリー`,
  ar: `
    مقالة
    مجموعة مواد
    مؤلف
    مجموعة
    مشروع
    فئة`,
};

const names = ['article', 'collection', 'author', 'group', 'project', 'category'] as const;

/** The words of a top list in one language. */
export type TopWords = Record<(typeof names)[number], string>;

export function topWordsIn(language: Language): TopWords {
  return readWords(names, table[language]);
}
