/** Of the package; a spec holds it against package.json. */
export const clientVersion = '0.1.0';
