import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
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

/** A small script of a page, as it stands in its file but for its types. */
export async function pageScript(name: string): Promise<string> {
  const text = await readFile(new URL(`page/${name}.ts`, import.meta.url), 'utf8');
  const { target, module } = { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.ESNext };
  const { outputText } = typescript.transpileModule(text, { compilerOptions: { target, module } });
  return outputText.replace(/^export \{\};$/m, '');
}
