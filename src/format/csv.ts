/**
 * Rows as comma-separated values, with a line end after each (RFC 4180). A text that a spreadsheet would take for a
 * formula gets an apostrophe in front, https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
