declare module 'virtual:snippets' {
  export const recipes: Omit<import('../snippets/recipe.js').Recipe, 'body'>[];
  /** Tags of those that the elements speak. */
  export const languages: string[];
  /** The recipe for a scheduled job, whole. */
  export const workflow: string;
  export const release: import('../snippets/fill.js').Release;
}
