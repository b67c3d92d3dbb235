/** Whether an attribute or property has a value: one that is empty, or was taken away, counts as not given. */
export function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === '');
}

/** Those of an element's properties that have a value; the others have their defaults. */
export function given<Of extends object, Name extends keyof Of>(
  element: Of,
  ...names: Name[]
): { [Key in Name]?: NonNullable<Of[Key]> } {
  const entries = names.filter((name) => isGiven(element[name])).map((name) => [name, element[name]]);
  return Object.fromEntries(entries) as { [Key in Name]?: NonNullable<Of[Key]> };
}

/** What an attribute says, though another one is wrong, so that there is no question; the default where it is wrong itself. */
export function readable<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise; // the question has told the error
  }
}
