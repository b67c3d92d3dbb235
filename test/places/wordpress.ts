/** WordPress on SQLite, with posts as its editor saves them: by an administrator, and by an author, of whose HTML it takes away. */
import { describeLeft, allForms } from './left.js';
import { withPhp } from './php.js';
import type { Outcome, Place } from './place.js';
import { freePort } from '../support/free-port.js';
import type { Workshop } from './workshop.js';

const database = '@wp-playground/wordpress-builds@0.9.19';

interface Post {
  name: string;
  by: 'admin' | 'author';
  /** As the block editor or the classic one hands it to WordPress. */
  content: string;
}

interface Site {
  version: string;
  url: (post: string) => string;
  /** What WordPress makes of a post's content. */
  rendered: (post: string) => Promise<string>;
}

const block = (html: string) => `<!-- wp:html -->\n${html}\n<!-- /wp:html -->`;

/** @param plugin - PHP of a must-use plug-in, as an administrator puts it in */
async function install(at: Workshop, plugin: string, posts: Post[]): Promise<Site> {
  const { php, servePhp, root, version } = await withPhp(
    at,
    'wordpress',
    'wordpress-theme-twentytwentythree',
  );
  const home = `${root}/usr/share/wordpress`;
  const local = home.slice(at.folder.length + 1);
  await at.npm(database);
  const zip =
    'node_modules/@wp-playground/wordpress-builds/src/sqlite-database-integration/sqlite-database-integration.zip';
  await at.run('python3', ['-m', 'zipfile', '-e', zip, `${home}/wp-content/plugins`]);
  const sqlite = `${home}/wp-content/plugins/sqlite-database-integration-main`;
  const dropIn = await at.read(`${sqlite.slice(at.folder.length + 1)}/db.copy`);
  await at.write(
    `${local}/wp-content/db.php`,
    dropIn
      .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', sqlite)
      .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration-main/load.php'),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await at.write(
    `${local}/wp-config.php`,
    `<?php
define('DB_NAME', 'wp'); define('DB_USER', ''); define('DB_PASSWORD', ''); define('DB_HOST', ''); define('DB_CHARSET', 'utf8'); define('DB_COLLATE', '');
define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}'); define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', '${home}/');
require_once ABSPATH . 'wp-settings.php';
`,
  );
  await at.write(`${local}/wp-content/mu-plugins/figshare.php`, `<?php\n${plugin}`);
  await at.write('posts.json', JSON.stringify(posts));
  await at.write(
    'install.php',
    `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; $_SERVER['REQUEST_METHOD'] = 'GET'; $_SERVER['REQUEST_URI'] = '/';
require '${home}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Site', 'admin', 'a@example.org', true, '', 'a-long-pass-phrase');
wp_insert_user(['user_login' => 'author', 'user_pass' => 'a-long-pass-phrase', 'user_email' => 'b@example.org', 'role' => 'author']);
foreach (json_decode(file_get_contents('${at.folder}/posts.json'), true) as $post) {
  wp_set_current_user(get_user_by('login', $post['by'])->ID);
  kses_init();
  $made = wp_insert_post(wp_slash(['post_title' => $post['name'], 'post_content' => $post['content'], 'post_status' => 'publish', 'post_name' => $post['name']]), true);
  if (is_wp_error($made)) { fwrite(STDERR, $made->get_error_message()); exit(1); }
}
echo 'stylesheet: ' . get_stylesheet();
`,
  );
  await php(['install.php']);
  await servePhp('/usr/share/wordpress', port);
  return {
    version: `WordPress ${version('wordpress')}, theme Twenty Twenty-Three`,
    url: (post) => `${url}/?name=${post}`,
    async rendered(post) {
      const answer = await fetch(`${url}/?rest_route=/wp/v2/posts&slug=${post}`);
      const [found] = (await answer.json()) as { content: { rendered: string } }[];
      return found?.content.rendered ?? '';
    },
  };
}

async function asAdministrator(at: Workshop): Promise<Outcome> {
  const { each } = await at.recipe('wordpress');
  const site = await install(at, '', [
    { name: 'block', by: 'admin', content: block(each) },
    { name: 'classic', by: 'admin', content: each },
    { name: 'forms', by: 'admin', content: block(allForms) },
  ]);
  const inBlock = await at.chromium.number(site.url('block'));
  const inClassic = await at.chromium.number(site.url('classic'));
  return {
    version: site.version,
    ran: 'the snippet of the recipe in a block “Custom HTML” and in a classic one, saved by an administrator',
    result: `block: ${inBlock}; classic: ${inClassic}`,
    left: describeLeft(await site.rendered('forms')),
  };
}

async function asAuthor(at: Workshop): Promise<Outcome> {
  const { once, each } = await at.recipe('wordpress-author');
  const site = await install(at, once.join('\n'), [
    { name: 'link', by: 'author', content: `<!-- wp:paragraph -->\n<p>${each}</p>\n<!-- /wp:paragraph -->` },
    { name: 'div', by: 'author', content: block('<div data-figshare-stats data-item="766364">Many</div>') },
    { name: 'forms', by: 'author', content: block(allForms) },
  ]);
  const byLink = await at.chromium.number(site.url('link'));
  const byDiv = await at.chromium.number(site.url('div'));
  return {
    version: site.version,
    ran: '`wp_enqueue_script` of the recipe as a must-use plug-in; a link, and a `div` with `data-`, saved by an author',
    result: `link: ${byLink}; div: ${byDiv}`,
    left: describeLeft(await site.rendered('forms')),
  };
}

export const wordpress: Place[] = [
  { name: 'wordpress', title: 'WordPress, as administrator', run: asAdministrator },
  { name: 'wordpress-author', title: 'WordPress, as author', run: asAuthor },
];
