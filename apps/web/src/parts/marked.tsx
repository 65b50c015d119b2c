/** A text with what it was before struck out beside it, where that is another. */
export function Marked({ before, now }: { readonly before: string | undefined; readonly now: string | undefined }) {
  if (before === now) return <>{now}</>;
  return (
    <>
      {before ? <del>{before}</del> : null}
      {before && now ? ' ' : null}
      {now ? <ins>{now}</ins> : null}
    </>
  );
}
