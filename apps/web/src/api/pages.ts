import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** A list that the API gives in pages: `read` gets the place to go on after, undefined for the first. */
export function pagesQuery<Item>(queryKey: QueryKey, read: (after: string | undefined) => Promise<Page<Item>>) {
  return infiniteQueryOptions({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => read(pageParam),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
