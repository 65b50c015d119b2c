import { Skeleton, Stack } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useText } from '../texts/use-text';

/** What is not there after so long is not waited for. */
const mostMs = 5_000;

/**
 * Parts of a view that each read something, shown together once all of it is there: one after the other, each would push away what the reader
 * has just begun to read. Once shown they stay, whatever is read again.
 */
export function ShownWhole({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const pending = useIsFetching({ predicate: ({ state }) => state.status === 'pending' });
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), mostMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (pending > 0) return undefined;
    // What was read may have something else read, by the next frame.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(() => setShown(true))));
    return () => cancelAnimationFrame(frame);
  }, [pending]);
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
        {/* What suspends in there doesn't take this away as well: it would be told of each attempt, and attempt the next at once, for ever. */}
        <Suspense>{children}</Suspense>
      </div>
    </>
  );
}
