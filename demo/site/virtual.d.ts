declare module 'virtual:snippets' {
  export const recipes: Omit<import('../snippets/recipe.js').Recipe, 'body'>[];
  /** Tags of those that the elements speak. */
  export const languages: string[];
  export const release: import('../snippets/fill.js').Release;
}
