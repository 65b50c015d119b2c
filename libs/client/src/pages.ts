/** A page of a list, and what the next one is asked for with. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * All of a list, page by page as it is read on:
 * `for await (const need of everyItem((after) => client.body(client.api.GET('/v1/needs', { params: { query: { after } } }))))`.
 * @param read gets undefined for the first page
 */
export async function* everyItem<Item>(
  read: (after: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let after: string | undefined;
  do {
    const { items, next } = await read(after);
    yield* items;
    after = next ?? undefined;
  } while (after !== undefined);
}
