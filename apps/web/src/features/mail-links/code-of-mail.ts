/** What a mail put after the `#`, where it gets into no log of a server. */
export const codeOfMail = (): string => decodeURIComponent(location.hash.slice(1));
