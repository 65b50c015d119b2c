const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

interface Merged<Draft> {
  /** What somebody else changed; nothing where it is still as it was. */
  readonly changed: readonly (keyof Draft & string)[];
  /** What she changed, with what the reader wrote on top. */
  readonly draft: Draft;
}

/**
 * What the reader writes over what somebody else changed meanwhile: fields that she did not touch follow, hers stay as she wrote them.
 * @param base what she began with
 * @param draft what she made of it
 * @param kept as it is now
 */
export function mergedDraft<Draft extends object>(base: Draft, draft: Draft, kept: Draft): Merged<Draft> {
  const fields = Object.keys(kept) as (keyof Draft & string)[];
  const touched = fields.filter((field) => !same(draft[field], base[field]));
  return {
    changed: fields.filter((field) => !same(kept[field], base[field])),
    draft: { ...kept, ...Object.fromEntries(touched.map((field) => [field, draft[field]])) },
  };
}
