import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../support/free-port.js';

export const recipe = await readFile(new URL('../../demo/recipes/nginx.conf', import.meta.url), 'utf8');
export const hasNginx = spawnSync('nginx', ['-v']).status === 0;

/** What the recipe says instead of its server, for a site that has one already. */
const underPath = recipe
  .slice(recipe.indexOf('# Under a path'))
  .split('\n')
  .filter((line) => line.startsWith('#  '))
  .map((line) => line.slice(1))
  .join('\n');

interface NginxOptions {
  /** Whether the relay has a path of a site, and not a name of its own. */
  isUnderPath?: boolean;
}

/** The recipe as it is, but for its port, its directory and its relay. */
export async function startNginx(
  relay: string,
  directory: string,
  { isUnderPath = false }: NginxOptions = {},
) {
  const port = await freePort();
  const chosen = isUnderPath
    ? recipe.replace(/^server \{[^]*?^\}$/m, `server { listen 80;\n${underPath}\n}`)
    : recipe;
  const site = chosen
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/cache/nginx/figshare', `${directory}/cache`)
    .replace('127.0.0.1:8787', new URL(relay).host);
  await mkdir(directory, { recursive: true });
  await writeFile(`${directory}/site.conf`, site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    `${directory}/nginx.conf`,
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${directory}/pid; error_log stderr;
    events {} http { access_log off;
    ${temporary.map((name) => `${name}_temp_path ${directory}/${name};`).join(' ')}
    include ${directory}/site.conf; }`,
  );
  const nginx = spawn('nginx', ['-p', directory, '-c', `${directory}/nginx.conf`, '-e', 'stderr']);
  let complaint = '';
  nginx.stderr.on('data', (data) => (complaint += String(data)));
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => undefined))) {
    if (nginx.exitCode !== null) throw new Error(complaint);
    await setTimeout(20);
  }
  return {
    url,
    stop: async () => {
      const ended = once(nginx, 'close');
      nginx.kill('SIGTERM');
      await ended;
    },
  };
}
