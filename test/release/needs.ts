/** What a release needs that no build makes: a version that is told everywhere, and a place that vouches for it. */

export interface Told {
  manifest: { version: string; repository?: { url?: string } };
  changelog: string;
  readme: string;
  /** The tag that is released; undefined where nobody has set one. */
  tag: string | undefined;
}

/** @returns a sentence for each thing that is missing */
export function needsOf({ manifest, changelog, readme, tag }: Told): string[] {
  const { version, repository } = manifest;
  const needs: string[] = [];
  if (tag !== `v${version}`)
    needs.push(
      `package.json has version ${version}, so the tag must be v${version}; ${tag ? `it is ${tag}` : 'none is set'}`,
    );
  if (!repository?.url)
    needs.push('package.json names no "repository", by which the registry checks the provenance');
  if (!notesOf(changelog, version)) needs.push(`CHANGELOG.md has no text under "## ${version}"`);
  if (readme.includes('on no CDN yet'))
    needs.push('README.md says that the package is on no CDN yet: once it is, it has to say where');
  return needs;
}

/** What the changelog says of a version, without its heading; empty where it says nothing. */
export function notesOf(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m).slice(1);
  const own = parts.find((part) => /^[^\s\]]*/.exec(part.replace(/^\[/, ''))?.[0] === version);
  return own?.slice(own.indexOf('\n')).trim() ?? '';
}
