/**
 * A number from 0 to 1 (not included) that looks random and is the same every time; each purpose has its own: FNV-1a with the
 * finish of MurmurHash3, so that texts which differ in their last letter don't land side by side.
 */
export function seededRandom(purpose: string, ...ids: readonly string[]): number {
  let hash = fnv1a([purpose, ...ids].join(':'));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}
