import { Button, Skeleton, Stack } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, type Ref, useEffect, useMemo, useRef } from 'react';
import { useText } from '../texts/use-text';
import classes from './endless-list.module.css';
import { ProblemNotice } from './problem-notice';

/** Pixels between two rows. */
const gap = 8;

interface Page<Item> {
  readonly items: readonly Item[];
}

/**
 * A list of any length: only what can be seen is drawn, and the next page is asked for shortly before its end is reached. Where that could not be
 * had, what is there stays, and the reader asks again.
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
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const items = useMemo(() => {
    const read = data?.pages.flatMap((page) => page.items) ?? [];
    return keep === undefined ? read : read.filter(keep);
  }, [data, keep]);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  const wantsMore = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (wantsMore && last >= items.length - 10) void fetchNextPage();
  }, [wantsMore, fetchNextPage, last, items.length]);

  if (query.isPending) {
    return (
      <Stack role="status" aria-busy aria-label={t('words.loading')} gap="sm">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} h={rowHeight - gap} />
        ))}
      </Stack>
    );
  }
  if (data === undefined) return <ProblemNotice problem={error} />;
  // Of what was read nothing may be kept while there is more.
  if (items.length === 0 && !hasNextPage) return empty;
  return (
    <>
      <div ref={list} role="list" className={classes.list} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ key, index, start }) => (
          <Row
            key={key}
            measure={rows.measureElement}
            index={index}
            top={start - rows.options.scrollMargin}
            item={items[index]!}
            draw={children}
          />
        ))}
      </div>
      {isFetchNextPageError ? (
        <Stack gap="sm" align="flex-start">
          <ProblemNotice problem={error} />
          <Button variant="default" onClick={() => void fetchNextPage()}>
            {t('shell.again')}
          </Button>
        </Stack>
      ) : null}
    </>
  );
}

interface RowProps<Item> {
  readonly measure: Ref<HTMLDivElement>;
  readonly index: number;
  /** Pixels from the beginning of the list. */
  readonly top: number;
  readonly item: Item;
  readonly draw: (item: Item) => ReactNode;
}

/** Drawn once, and not again with each step of whoever scrolls. */
const Row = memo(function Row<Item>({ measure, index, top, item, draw }: RowProps<Item>) {
  return (
    <div
      ref={measure}
      data-index={index}
      role="listitem"
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {draw(item)}
    </div>
  );
}) as <Item>(props: RowProps<Item>) => ReactNode;
