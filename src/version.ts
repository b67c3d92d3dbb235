/** The package's version; a second copy of the bundle compares it. A test holds it to package.json. */
export const version = '0.1.0';
