import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** The script of the page that measures, as one module with all rivals inside. It is kept in memory. */
export async function bundlePageScript(): Promise<string> {
  const entry = fileURLToPath(new URL('page/measure.ts', import.meta.url));
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'bench' } },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
