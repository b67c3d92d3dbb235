/** Rows of one of the README's tables of attributes: name, value, default, in Markdown. */
export type Row = [name: string, value: string, fallback: string];

/**
 * The attributes of an element, as the README lists them, which a test holds to the code.
 *
 * @param element - `stats`, …; `all` gives those that all elements share
 */
export function attributeRows(readme: string, element: string): Row[] {
  const start = readme.indexOf(
    element === 'all' ? '\nAll elements have these' : `\n\`<figshare-${element}>\``,
  );
  if (start < 0) return [];
  const next = readme.slice(start + 1).search(/\n(?:`<figshare-|Each is a property|## )/);
  const section = readme.slice(start, next < 0 ? undefined : start + 1 + next);
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [name = '', value = '', fallback = ''] = line
        .slice(1)
        .split('|')
        .map((cell) => cell.trim());
      return [name, value, fallback];
    });
}
