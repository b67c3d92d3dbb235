/** Debian's packages, unpacked into a folder: nothing is installed on this machine, and deleting the folder undoes it. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Debian {
  /** Where the packages' `/` is. */
  root: string;
  /** Lets their programs find each other. */
  env: Record<string, string>;
  /** As Debian calls it, without epoch and revision: `5.3.0`. */
  version: (name: string) => string;
  /** Rewrites one file that names others by their whole path, so that it finds them below `root`. */
  relocate: (path: string) => Promise<void>;
}

/** Fetches packages and what they need that this machine lacks; leaves out what `without` matches. */
export async function unpackDebian(folder: string, names: string[], without?: RegExp): Promise<Debian> {
  const root = join(folder, 'root');
  const archives = join(folder, 'archives');
  await mkdir(join(archives, 'partial'), { recursive: true });
  await mkdir(root, { recursive: true });
  await run('apt-get', [
    ...['install', '-y', '-qq', '--no-install-recommends', '--download-only', '--reinstall'],
    ...['-o', `Dir::Cache::archives=${archives}`, '-o', 'Debug::NoLocking=1', ...names],
  ]).catch((error: unknown) => {
    throw new Error(`Debian's ${names.join(', ')} could not be fetched. As root: apt-get update`, {
      cause: error,
    });
  });
  const files = (await readdir(archives)).filter((name) => name.endsWith('.deb'));
  const versions = new Map<string, string>();
  for (const file of files) {
    const [name = '', version = ''] = decodeURIComponent(file).split('_');
    versions.set(name, version.replace(/^\d+:/, '').replace(/[-+~].*$/, ''));
    if (!without?.test(name)) await run('dpkg-deb', ['-x', join(archives, file), root]);
  }
  await rm(archives, { recursive: true });
  await leadLinksInside(root);
  return {
    root,
    env: environment(root),
    async relocate(path) {
      const text = await readFile(root + path, 'utf8');
      await writeFile(root + path, text.replace(/(?<=['"])\/(?=(?:etc|usr|var)\/)/g, `${root}/`));
    },
    version: (name) => {
      const version = versions.get(name);
      if (!version) throw new Error(`${name} is not among ${[...versions.keys()].join(', ')}`);
      return version;
    },
  };
}

/** Links of packages are absolute now and then: they mean the folder's own `/`. */
async function leadLinksInside(root: string): Promise<void> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const target = await readlink(path);
    if (!target.startsWith('/') || !existsSync(root + target)) continue;
    await rm(path);
    await symlink(root + target, path);
  }
}

function environment(root: string): Record<string, string> {
  const machine = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  const ruby = ['lib/ruby/vendor_ruby', 'lib/ruby/3.1.0', `lib/${machine}/ruby/3.1.0`];
  const rubyMore = [`lib/${machine}/ruby/vendor_ruby/3.1.0`, 'share/rubygems-integration/all'];
  const gems = ['share/rubygems-integration/all', 'share/rubygems-integration/3.1.0'];
  const gemsMore = [`lib/${machine}/rubygems-integration/3.1.0`, 'lib/ruby/gems/3.1.0'];
  const paths = (all: string[]) => all.map((path) => `${root}/usr/${path}`).join(':');
  return {
    PATH: `${root}/usr/bin:${process.env['PATH']}`,
    LD_LIBRARY_PATH: `${root}/usr/lib/${machine}`,
    PYTHONPATH: `${root}/usr/lib/python3/dist-packages`,
    RUBYLIB: paths([...ruby, ...rubyMore]),
    GEM_PATH: paths([...gems, ...gemsMore]),
  };
}
