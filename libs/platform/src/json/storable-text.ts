const unstorable = /[\0\p{Cs}]/u;

/** Whether PostgreSQL can store the text as it is: it takes no NUL, and half of a surrogate pair has no UTF-8. */
export const isStorableText = (text: string): boolean => !unstorable.test(text);
