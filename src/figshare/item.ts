export const kinds = ['article', 'collection', 'author', 'group', 'project'] as const;
export type Kind = (typeof kinds)[number];

/** Something figshare counts. Ids are per kind: article 13 and project 13 have nothing in common. */
export interface Item {
  kind: Kind;
  id: number;
  /** Slug of the portal that its address or DOI names: a guess, where it is a DOI. */
  institution?: string;
}

/** An item that its DOI does not tell: the main API has to be asked. */
export interface ItemByDoi {
  doi: string;
  institution?: string;
}

/** `article/766364`, or the DOI: as items are written in messages, keys and on the command line. */
export function itemName(item: Item | ItemByDoi): string {
  return 'doi' in item ? item.doi : `${item.kind}/${item.id}`;
}
