import { Skeleton, Stack } from '@mantine/core';
import { type Query, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useText } from '../texts/use-text';

/** What is not there after so long is not waited for. */
const mostMs = 5_000;

const isFirstRead = ({ state }: Query): boolean => state.status === 'pending';

/**
 * Parts of a view that each read something, shown together once all of it is there: one after the other, each would push away what the reader
 * has just begun to read. Once shown they stay, whatever is read again.
 */
export function ShownWhole({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const queries = useQueryClient();
  const [shown, setShown] = useState(false);
  // By an effect, and not by `useIsFetching`: React renders at once whoever reads a store that has changed, and attempts what is suspended around
  // it again with that. Each attempt tells the store of itself, so that a view which makes way for another would be rendered for ever.
  useEffect(() => {
    if (shown) return undefined;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      if (queries.isFetching({ predicate: isFirstRead }) > 0) return;
      // What was read may have something else read, by the next frame.
      frame = requestAnimationFrame(() => (frame = requestAnimationFrame(() => setShown(true))));
    };
    const forget = queries.getQueryCache().subscribe(look);
    const timer = setTimeout(() => setShown(true), mostMs);
    look();
    return () => {
      forget();
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [queries, shown]);
  return (
    <>
      {shown ? null : (
        <Stack role="status" aria-busy aria-label={t('words.loading')} gap="xl">
          <Skeleton h={96} />
          <Skeleton h={96} />
          <Skeleton h={96} />
        </Stack>
      )}
      <div hidden={!shown}>
        {/* What suspends in there doesn't take away what stands here meanwhile. */}
        <Suspense>{children}</Suspense>
      </div>
    </>
  );
}
