import { FigshareError } from '../figshare/error.js';

/**
 * An institution's credentials in an environment, `FIGSHARE_CREDENTIALS_MONASH=user:password`. A slug is in small
 * letters, and its hyphens are underscores there.
 *
 * @returns `user:password`, by slug
 * @throws FigshareError `invalid`, which names the variable and not its value
 */
export function credentialsIn(environment: Readonly<Record<string, unknown>>): Map<string, string> {
  const credentials = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    const [, slug] = /^FIGSHARE_CREDENTIALS_([A-Z\d][A-Z\d_]*)$/.exec(name) ?? [];
    if (!slug || value === '' || value === undefined) continue;
    if (typeof value !== 'string' || !/^[^:]+:./.test(value)) {
      throw new FigshareError('invalid', `${name} must be user:password`);
    }
    credentials.set(slug.toLowerCase().replaceAll('_', '-'), value);
  }
  return credentials;
}
