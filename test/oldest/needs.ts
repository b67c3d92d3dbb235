/** What the built files ask of a browser: read from their syntax, the names in it, and the style sheets in their texts. */
import { parseSync } from 'vite';
import { engines, optionNames, scriptNames, sinceOf, styleNames, type Since } from './compat.js';

export interface Need {
  name: string;
  kind: 'syntax' | 'script' | 'style';
  since: Since;
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Of syntax that came after modules: how it is known, and where MDN tells of it. */
const syntax: [path: string, is: (node: Node) => boolean][] = [
  ['javascript.classes.static.initialization_blocks', ({ type }) => type === 'StaticBlock'],
  [
    'javascript.classes.private_class_methods',
    ({ type, key }) => type === 'MethodDefinition' && isPrivate(key),
  ],
  [
    'javascript.classes.private_class_fields',
    ({ type, key }) => type === 'PropertyDefinition' && isPrivate(key),
  ],
  [
    'javascript.classes.private_class_fields_in',
    ({ type, left }) => type === 'BinaryExpression' && isPrivate(left),
  ],
  ['javascript.classes.public_class_fields', ({ type }) => type === 'PropertyDefinition'],
  ['javascript.operators.optional_chaining', ({ type }) => type === 'ChainExpression'],
  ['javascript.operators.nullish_coalescing', ({ operator }) => operator === '??'],
  ['javascript.operators.nullish_coalescing_assignment', ({ operator }) => operator === '??='],
  ['javascript.operators.logical_or_assignment', ({ operator }) => operator === '||='],
  ['javascript.operators.logical_and_assignment', ({ operator }) => operator === '&&='],
  ['javascript.operators.import', ({ type }) => type === 'ImportExpression'],
  ['javascript.operators.import_meta', ({ type }) => type === 'MetaProperty'],
  ['javascript.statements.for_await_of', (node) => node.type === 'ForOfStatement' && node['await'] === true],
  [
    'javascript.statements.try_catch.optional_catch_binding',
    ({ type, param }) => type === 'CatchClause' && !param,
  ],
  ['javascript.builtins.BigInt', (node) => typeof node['bigint'] === 'string'],
  [
    'javascript.grammar.numeric_separators',
    ({ type, raw }) => type === 'Literal' && typeof raw === 'string' && /^\d[\d_.]*_/.test(raw),
  ],
  [
    'javascript.regular_expressions.lookbehind_assertion',
    (node) => pattern(node).includes('(?<=') || pattern(node).includes('(?<!'),
  ],
  ['javascript.regular_expressions.named_capturing_group', (node) => /\(\?<[a-z]/i.test(pattern(node))],
  ['javascript.regular_expressions.unicode_character_class_escape', (node) => /\\p\{/i.test(pattern(node))],
  ['javascript.regular_expressions.modifier', (node) => /\(\?[ims-]+:/.test(pattern(node))],
  ['javascript.builtins.RegExp.dotAll', (node) => flags(node).includes('s')],
  ['javascript.builtins.RegExp.hasIndices', (node) => flags(node).includes('d')],
  ['javascript.builtins.RegExp.unicodeSets', (node) => flags(node).includes('v')],
];

const isPrivate = (key: unknown) => (key as Node | null)?.type === 'PrivateIdentifier';
const regex = (node: Node) => node['regex'] as { pattern: string; flags: string } | undefined;
const pattern = (node: Node) => regex(node)?.pattern ?? '';
const flags = (node: Node) => regex(node)?.flags ?? '';

export function needsOf(code: string): Need[] {
  const found = new Map<string, Need>();
  const add = (kind: Need['kind'], name: string, since: Since | undefined) => {
    if (since) found.set(`${kind} ${name}`, { kind, name, since });
  };
  const { program, errors } = parseSync('built.js', code);
  if (errors.length > 0) throw new Error(errors[0]!.message);
  const tree = program as unknown as Node;
  const own = new Set<string>();
  walk(tree, (node) => definedIn(node).forEach((name) => own.add(name)));
  walk(tree, (node) => {
    for (const [path, is] of syntax)
      if (is(node)) add('syntax', path.split('.').slice(1).join('.'), sinceOf(path));
    for (const name of namesIn(node)) if (!own.has(name)) add('script', name, scriptNames.get(name));
    for (const name of keysIn(node)) add('script', name, optionNames.get(name));
    for (const text of textsIn(node))
      for (const name of stylesIn(text)) add('style', name, styleNames.get(name));
  });
  return [...found.values()];
}

/** Names of globals and of members. */
function namesIn({ type, name, property, computed }: Node): string[] {
  // The minifier's names are shorter.
  if (type === 'Identifier') return (name as string).length > 2 ? [name as string] : [];
  return type === 'MemberExpression' && !computed ? nameOf(property) : [];
}

/** Keys in an object that is made here. */
function keysIn({ type, properties }: Node): string[] {
  return type === 'ObjectExpression' ? (properties as Node[]).flatMap(({ key }) => nameOf(key)) : [];
}

/** Names that the file gives to something of its own. */
function definedIn(node: Node): string[] {
  const { type, key, left } = node as { type: string; key?: Node; left?: Node };
  if (/^(Method|Property)Definition$/.test(type)) return nameOf(key);
  const isOnThis =
    type === 'AssignmentExpression' && (left?.['object'] as Node | undefined)?.type === 'ThisExpression';
  return isOnThis ? nameOf(left!['property']) : keysIn(node);
}

function nameOf(node: unknown): string[] {
  const { type, name } = (node ?? {}) as Node;
  return type === 'Identifier' ? [name as string] : [];
}

function textsIn(node: Node): string[] {
  if (node.type === 'TemplateElement') return [(node['value'] as { cooked: string }).cooked];
  return node.type === 'Literal' && typeof node['value'] === 'string' ? [node['value']] : [];
}

function stylesIn(text: string): string[] {
  if (!/[{}:]/.test(text)) return [];
  return [
    ...Array.from(text.matchAll(/(?:^|[{;\s])([a-z-]+):/g), ([, name]) => name!),
    ...Array.from(text.matchAll(/@[a-z-]+/g), ([name]) => name),
    ...Array.from(text.matchAll(/:([a-z-]+)/g), ([name]) => name),
    ...Array.from(text.matchAll(/([a-z-]+)\(/g), ([, name]) => `${name}()`),
  ];
}

function walk(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof one === 'object' && one !== null && 'type' in one) walk(one as Node, see);
  }
}

/** Those that some of these versions do not know. */
export const newerThan = (needs: Need[], floor: Since) =>
  needs.filter(({ since }) => engines.some((engine) => since[engine] > floor[engine]));
