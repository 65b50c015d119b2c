/** The parameters of a step of something as it was read: it is taken once, and only while nobody has changed it. */
export const stepOf = ({ id, version }: { readonly id: string; readonly version: number }, key: string) => ({
  path: { id },
  header: { 'Idempotency-Key': key, 'If-Match': `"${version}"` },
});
