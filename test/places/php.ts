/** PHP of Debian, run out of the folder into which it was unpacked. */
import type { Debian } from './debian.js';
import type { Workshop } from './workshop.js';

const extensions = [
  ...['ctype', 'iconv', 'fileinfo', 'tokenizer', 'calendar', 'posix', 'phar', 'exif', 'dom', 'xml'],
  ...['xmlreader', 'xmlwriter', 'simplexml', 'mbstring', 'intl', 'pdo', 'pdo_sqlite', 'sqlite3'],
];

const packages = ['php-cli', 'php-xml', 'php-mbstring', 'php-intl', 'php-sqlite3'];

/** What a web server and a database would be needed for is done by PHP itself and SQLite. */
const unneeded = /apache2|mysql|mariadb|^libaprutil|php8\.2$/;

export interface Php extends Debian {
  /** Runs a script, which reads the input. */
  php: (args: string[], input?: string) => Promise<string>;
  /** Serves a folder below the root by PHP's own server. */
  servePhp: (folder: string, port: number) => Promise<void>;
}

export async function withPhp(at: Workshop, ...names: string[]): Promise<Php> {
  const debian = await at.debian([...names, ...packages], unneeded);
  const { root, env } = debian;
  const settings = [
    ...['-n', '-d', `extension_dir=${root}/usr/lib/php/20220829`, '-d', 'memory_limit=512M'],
    ...['-d', `include_path=.:${root}/usr/share/php`, '-d', 'error_reporting=E_ALL & ~E_DEPRECATED'],
    ...['-d', 'display_errors=0', '-d', `session.save_path=${at.folder}`],
    ...extensions.flatMap((name) => ['-d', `extension=${name}`]),
  ];
  return {
    ...debian,
    php: (args, input = '') => at.run('php8.2', [...settings, ...args], { env, input }),
    servePhp: (folder, port) =>
      at.start(
        'php8.2',
        [...settings, '-S', `127.0.0.1:${port}`, '-t', root + folder],
        `http://127.0.0.1:${port}/`,
        { env: { ...env, PHP_CLI_SERVER_WORKERS: '4' } },
      ),
  };
}
