/** Wikis: an administrator's line once, then a link in the wiki's own markup. */
import { describeLeft, forms, linkAddress } from './left.js';
import { withPhp } from './php.js';
import type { Place } from './place.js';
import { freePort } from '../support/free-port.js';

/** The forms, the link as the wiki writes links. */
const withLink = (link: string) => Object.values({ ...forms, link }).join('\n\n');

const mediawiki: Place = {
  name: 'mediawiki',
  title: 'MediaWiki',
  async run(at) {
    const { php, servePhp, root, version } = await withPhp(at, 'mediawiki');
    const wiki = `${root}/usr/share/mediawiki`;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await at.run('rm', ['-f', `${wiki}/LocalSettings.php`]);
    await php([
      `${wiki}/maintenance/install.php`,
      ...['--dbtype=sqlite', `--dbpath=${at.folder}/data`, '--scriptpath=', `--server=${url}`],
      ...['--pass=a-long-pass-phrase', 'Wiki', 'Admin'],
    ]);
    const { once, each } = await at.recipe('mediawiki');
    const edit = (title: string, text: string) =>
      php([`${wiki}/maintenance/edit.php`, '-u', 'Admin', title], text);
    await edit('MediaWiki:Common.js', once.join('\n'));
    await edit('Data', each);
    await edit('Forms', withLink(`[${linkAddress} The data]`));
    await servePhp('/usr/share/mediawiki', port);
    const result = await at.chromium.number(`${url}/index.php?title=Data`);
    const rendered = await (await fetch(`${url}/index.php?title=Forms&action=render`)).text();
    return {
      version: `MediaWiki ${version('mediawiki')}`,
      ran: '`import()` in `MediaWiki:Common.js`; an external link in a page',
      result,
      left: describeLeft(rendered),
    };
  },
};

/** Named, so that they come even where this machine has them: DokuWiki reads them below the same root. */
const jquery = ['libjs-jquery', 'libjs-jquery-cookie', 'libjs-jquery-ui'];

const dokuwiki: Place = {
  name: 'dokuwiki',
  title: 'DokuWiki',
  async run(at) {
    const { servePhp, relocate, root, version } = await withPhp(at, 'dokuwiki', ...jquery);
    for (const file of ['inc/preload', 'lib/exe/jquery']) await relocate(`/usr/share/dokuwiki/${file}.php`);
    for (const name of ['static', 'files', 'psr4', 'classmap', 'namespaces'])
      await relocate(`/usr/share/dokuwiki/vendor/composer/autoload_${name}.php`);
    const local = root.slice(at.folder.length + 1);
    const { once } = await at.recipe('mediawiki');
    await at.write(
      `${local}/etc/dokuwiki/local.php`,
      `<?php\n$conf['title'] = 'Wiki';\n$conf['lang'] = 'en';\n$conf['useacl'] = 0;\n$conf['savedir'] = '${root}/var/lib/dokuwiki/data';\n`,
    );
    await at.write(`${local}/etc/dokuwiki/userscript.js`, once.join('\n'));
    const page = (name: string, text: string) =>
      at.write(`${local}/var/lib/dokuwiki/data/pages/${name}.txt`, text);
    await page('data', at.fill('[[%LINK_URL%|%WORDS%]]'));
    await page('forms', withLink(`[[${linkAddress}|The data]]`));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await servePhp('/usr/share/dokuwiki', port);
    const result = await at.chromium.number(`${url}/doku.php?id=data`);
    const rendered = await (await fetch(`${url}/doku.php?id=forms&do=export_xhtmlbody`)).text();
    return {
      version: `DokuWiki ${version('dokuwiki').replace('0.0.', '')}`,
      ran: '`import()` in `conf/userscript.js`; a link in a page',
      result,
      left: describeLeft(rendered),
    };
  },
};

export const wikis = [mediawiki, dokuwiki];
