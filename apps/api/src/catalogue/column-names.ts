/** A name of a column in snake case, however it is written: `altLabels`, `Alt labels`, `alt-labels`. */
export function wordsOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const parted = plain.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  return parted.replaceAll(/[^a-z\d]+/g, '_').replaceAll(/^_|_$/g, '');
}
