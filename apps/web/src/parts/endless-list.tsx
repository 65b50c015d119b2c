import { Box, Skeleton, Stack } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../texts/use-text';
import { ProblemNotice } from './problem-notice';

/** Pixels between two rows. */
const gap = 8;

interface Page<Item> {
  readonly items: readonly Item[];
}

/**
 * A list of any length: only what can be seen is drawn, and the next page is asked for shortly before its end is reached.
 */
export function EndlessList<Item>({
  query,
  rowHeight,
  keep,
  empty,
  children,
}: {
  readonly query: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  /** Pixels, about: rows are measured once they are there. */
  readonly rowHeight: number;
  /** Which of what was read are shown; all, unless said. */
  readonly keep?: (item: Item) => boolean;
  readonly empty: ReactNode;
  readonly children: (item: Item) => ReactNode;
}) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const read = query.data?.pages.flatMap((page) => page.items) ?? [];
  const items = keep === undefined ? read : read.filter(keep);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= items.length - 10) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, items.length]);

  if (query.isPending) {
    return (
      <Stack role="status" aria-busy aria-label={t('words.loading')} gap="sm">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} h={rowHeight - gap} />
        ))}
      </Stack>
    );
  }
  if (query.isError) return <ProblemNotice problem={query.error} />;
  if (items.length === 0) return empty;
  return (
    <Box ref={list} role="list" pos="relative" h={rows.getTotalSize()}>
      {shown.map((row) => (
        <Box
          key={row.key}
          ref={rows.measureElement}
          data-index={row.index}
          role="listitem"
          pos="absolute"
          left={0}
          right={0}
          top={0}
          style={{ transform: `translateY(${row.start - rows.options.scrollMargin}px)` }}
        >
          {children(items[row.index]!)}
        </Box>
      ))}
    </Box>
  );
}
