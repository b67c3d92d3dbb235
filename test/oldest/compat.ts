/** Since when browsers know what a name stands for, by MDN's data. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data/types';

export const engines = ['chrome', 'firefox', 'safari'] as const;
export type Engine = (typeof engines)[number];
/** The first version that knows something; Infinity where none does. */
export type Since = Record<Engine, number>;

const path = createRequire(import.meta.url).resolve('@mdn/browser-compat-data');
const data = JSON.parse(readFileSync(path, 'utf8')) as CompatData;

/** Names by which a script reaches something of the platform: its globals, and members of any of them. */
export const scriptNames = new Map<string, Since>();
/** Of what is handed to formatters of `Intl`: everything else has options of these names, too. */
export const optionNames = new Map<string, Since>();
/** What stands in a style sheet: properties, at-rules (`@media`), pseudo-classes (`:is`), functions (`min()`). */
export const styleNames = new Map<string, Since>();

for (const global of [...parts(data.api), ...parts(data.javascript.builtins)]) addScript(global, 3);
addOptions(data.javascript['builtins']!['Intl']!);
for (const [name, feature] of parts(data.css.properties)) add(styleNames, name, feature);
for (const [name, feature] of parts(data.css['at-rules'])) add(styleNames, `@${name}`, feature);
for (const [name, feature] of parts(data.css.selectors)) add(styleNames, `:${name}`, feature);
for (const [name, feature] of parts(data.css.types)) {
  add(styleNames, `${name}()`, feature);
  for (const [inner, one] of parts(feature)) add(styleNames, `${inner}()`, one);
}

/**
 * What a browser did not have yet: globals (`['structuredClone']`) and members (`['Array', 'findLast']`), of instances as
 * well as of what they are members of.
 */
export function newerThings(engine: Engine, floor: number): string[][] {
  const isNewer = ({ __compat: compat }: Identifier) => !!compat && since(compat)[engine] > floor;
  return [...parts(data.api), ...parts(data.javascript['builtins'])].flatMap(([name, feature]) => {
    if (isNewer(feature)) return [[name]];
    return parts(feature).flatMap(([member, its]) =>
      isNewer(its) && member !== name ? [[name, member.replace(/_static$/, '')]] : [],
    );
  });
}

/** @param path - such as `javascript.operators.optional_chaining` */
export function sinceOf(path: string): Since {
  let found = data as unknown as Identifier;
  for (const name of path.split('.')) found = found[name]!;
  return since(found.__compat!);
}

/** @param depth - how deep names lie in each other: `Intl.NumberFormat.format` is three deep */
function addScript([name, feature]: [string, Identifier], depth: number): void {
  if (!name.endsWith('_parameter')) add(scriptNames, name.replace(/_static$/, ''), feature);
  if (depth > 0) for (const part of parts(feature)) addScript(part, depth - 1);
}

function addOptions(feature: Identifier): void {
  for (const [name, part] of parts(feature)) {
    const [, option] = /^options_(\w+)_parameter$/.exec(name) ?? [];
    if (option) add(optionNames, option, part);
    addOptions(part);
  }
}

/** What one browser takes for another thing of the same name is known from the first of them on. */
function add(names: Map<string, Since>, name: string, { __compat: compat }: Identifier): void {
  if (!compat) return;
  const known = names.get(name);
  const own = since(compat);
  names.set(
    name,
    known
      ? (Object.fromEntries(engines.map((engine) => [engine, Math.min(known[engine], own[engine])])) as Since)
      : own,
  );
}

function since({ support }: CompatStatement): Since {
  const first = (engine: Engine) => {
    const stated = support[engine];
    const added = [stated ?? []]
      .flat()
      .flatMap(({ version_added: version, flags, prefix, alternative_name: other }) =>
        flags || prefix || other || typeof version !== 'string'
          ? []
          : Number.parseFloat(version.replace('≤', '')),
      );
    return Math.min(Infinity, ...added.filter((version) => !Number.isNaN(version)));
  };
  return { chrome: first('chrome'), firefox: first('firefox'), safari: first('safari') };
}

function parts(feature: Identifier | undefined): [string, Identifier][] {
  return Object.entries(feature ?? {}).filter(([name]) => name !== '__compat') as [string, Identifier][];
}
