/** Entity tags as in RFC 9110, section 8.8.3. Ours are versions in quotes; whatever else is well-formed never matches. */
export type TagList = 'any' | readonly { readonly weak: boolean; readonly opaque: string }[];

const tag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;

/** Null if the header isn't a list of entity tags. At most 32 of them are read. */
export function parseTags(header: string): TagList | null {
  if (header.trim() === '*') return 'any';
  const parts = splitTags(header);
  if (parts === null || parts.length > 32) return null;
  const tags: { weak: boolean; opaque: string }[] = [];
  for (const part of parts) {
    const match = tag.exec(part);
    if (!match) return null;
    tags.push({ weak: match[1] !== undefined, opaque: match[2] ?? '' });
  }
  return tags.length === 0 ? null : tags;
}

/** A comma may stand inside of a tag, so it only parts the list outside of quotes; empty parts are allowed by RFC 9110. */
function splitTags(header: string): string[] | null {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= header.length; at++) {
    const character = header[at];
    if (character === '"') quoted = !quoted;
    if ((character === ',' && !quoted) || character === undefined) {
      const part = header.slice(start, at).trim();
      if (part !== '') parts.push(part);
      start = at + 1;
    }
  }
  return quoted ? null : parts;
}

/** Whether a read has to be answered in full: `If-None-Match` names no tag like this one (weak comparison). */
export function matchesNone(header: string | undefined, etag: string): boolean {
  if (header === undefined) return true;
  const tags = parseTags(header);
  // RFC 9110 lets a server ignore a conditional header that it can't read.
  if (tags === null) return true;
  return tags !== 'any' && !tags.some(({ opaque }) => `"${opaque}"` === etag);
}

/** The version that a tag of ours carries, or null for any other tag. */
export function versionOf(opaque: string): number | null {
  if (!/^(0|[1-9]\d{0,15})$/.test(opaque)) return null;
  const version = Number(opaque);
  return Number.isSafeInteger(version) ? version : null;
}
