/** The pages of the site, by their folders; the front door has none. Those that are made of something else come besides. */
export interface SitePage {
  /** Below `demo/`, with a slash at its end: `builder/`. */
  folder: string;
  /** In the navigation, where it is there. */
  name?: string;
}

export const written: SitePage[] = [
  { folder: '' },
  { folder: 'builder/', name: 'Builder' },
  { folder: 'elements/', name: 'Elements' },
  { folder: 'places/', name: 'Places' },
  { folder: 'repositories/', name: 'For repositories' },
  { folder: 'how-it-works/', name: 'How it works' },
  // The foot of each page leads there.
  { folder: 'accessibility/' },
  { folder: 'gallery/' },
];

/** The entries of the navigation, in order. */
export const navigation = written.filter((page): page is Required<SitePage> => page.name !== undefined);

/** From a page back to the front door: `../../`, or `./`. */
export const rootFrom = (folder: string) => '../'.repeat(folder.split('/').length - 1) || './';
