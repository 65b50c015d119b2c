const ownName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/**
 * Whether somebody may call something of her own so, such as a line: letters and digits, and `.`, `_` and `-` between them, 40 at
 * most. Nothing of people fits in, and events may carry it.
 */
export const isOwnName = (name: string): boolean => ownName.test(name);
