/** More locales than a page is written in; a relay's may be asked for by strangers, who can think of any number. */
const mostLocales = 30;

/**
 * A function that makes each locale's formatter once: making one costs more than a hundred uses of it.
 *
 * @param make - a formatter for a locale
 */
export function perLocale<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const formats = new Map<string, Format>();
  return (locale) => {
    const known = formats.get(locale);
    if (known !== undefined) return known;
    if (formats.size >= mostLocales) formats.clear();
    const format = make(locale);
    formats.set(locale, format);
    return format;
  };
}
