/**
 * Who one is stands in cookies that no script can read; this header, which no other site can set, shows that the page itself
 * asks.
 */
export const fromThePage: Readonly<Record<string, string>> = { 'x-ajudant-page': '1' };
