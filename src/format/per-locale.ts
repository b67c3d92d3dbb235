/**
 * Makes each formatter once: that costs more than a hundred uses of it.
 *
 * @param make - a formatter for a locale
 */
export function kept<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const formats = new Map<string, Format>();
  return (locale) => {
    const format = formats.get(locale) ?? make(locale);
    formats.set(locale, format);
    return format;
  };
}
