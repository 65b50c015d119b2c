/** `before` with the fields that were given; a field that is absent or undefined stays as it was. */
export function withChanges<T extends object>(before: T, changes: Partial<T>): T {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}

/** Whether two plain values say the same; both have to be built with their fields in the same order. */
export function saysTheSame<T extends object>(a: T, b: T): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
