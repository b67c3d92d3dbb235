/** `npm start`: the gallery on recorded numbers; `npm start -- --live` asks the live service through the relay. */
import { spawn } from 'node:child_process';

const args = process.argv.slice(2);
const others = args.filter((arg) => arg !== '--live');
const mode = others.length < args.length ? ['--mode', 'live'] : [];
const vite = spawn('vite', [...mode, ...others], { stdio: 'inherit', shell: process.platform === 'win32' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => vite.kill(signal));
vite.on('exit', (code) => process.exit(code ?? 1));
