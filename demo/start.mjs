/** `npm start`: the site on recorded numbers; `npm start -- --live` asks the live service through the relay. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const { values } = parseArgs({
  options: { live: { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' } },
});
const server = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  mode: values.live ? 'live' : 'development',
  logLevel: 'warn',
  server: { open: hasDesktop(), port: values.port ? Number(values.port) : 5173, host: values.host },
});
await server.listen();
console.log(`The site is at ${server.resolvedUrls?.local[0] ?? ''}`);

/** Whether there is a browser to open: elsewhere than on Linux there is; there, a program must find it. */
function hasDesktop() {
  if (process.platform !== 'linux') return true;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return false;
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isProgram(join(folder, 'xdg-open')));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // what cannot be run is no program
  }
}
