import type { PropertyDeclaration } from 'lit';

/** Attributes that any HTML element may have and that `HTMLElement` has no property of the same name for. */
const global =
  /^(class|is|part|exportparts|tabindex|accesskey|contenteditable|inputmode|enterkeyhint|item(prop|scope|type|id|ref)|xmlns|on.*)$/;

/** A plain word, or a word behind one of our own first halves; `data-`, `aria-` and the like belong to others. */
const looksOurs = /^([a-z]+|(hide|item|label|min|no)-[a-z-]+)$/;

type Properties = ReadonlyMap<PropertyKey, PropertyDeclaration>;

/** The types of a class's attributes, by all the names that they go by. */
const typesOf = new WeakMap<Properties, Map<string, unknown>>();

/** What is wrong with an element's attributes as such, whatever their values mean. */
export function attributeWarnings(element: Element, properties: Properties): string[] {
  const known = typesOf.get(properties) ?? readTypes(properties);
  typesOf.set(properties, known);
  return [...element.attributes].flatMap(({ name, value }) => {
    if (known.get(name) === Boolean && value.trim().toLowerCase() === 'false') {
      return [`${name}="false" is on: take the attribute away to turn it off`];
    }
    const isKnown = known.has(name) || global.test(name) || name in HTMLElement.prototype;
    return isKnown || !looksOurs.test(name) ? [] : [`${name} is not known, got "${value}"`];
  });
}

function readTypes(properties: Properties): Map<string, unknown> {
  return new Map(
    [...properties].flatMap(([name, { attribute, type }]) => {
      const lower = String(name).toLowerCase();
      return [lower, typeof attribute === 'string' ? attribute : lower].map((text) => [text, type] as const);
    }),
  );
}
