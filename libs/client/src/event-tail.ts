import type { AjudantClient } from './ajudant-client.js';
import type { components } from './schema.js';

export type OrganisationEvent = components['schemas']['EventPageDto']['items'][number];
type EventPage = components['schemas']['EventPageDto'];

export interface TailOptions {
  /** Goes on behind the event with this `cursor`; from the first event without it. */
  readonly after?: string;
  /** Types such as `booking.confirmed.v1`; all without. */
  readonly types?: readonly string[];
  /** Ends with what there is now. */
  readonly follow: boolean;
  readonly signal?: AbortSignal;
}

/** Seconds that the service holds a question for events open. */
const waitSeconds = 20;

/** The events of one's organisation in order, and those that come. Whoever keeps the `cursor` of the last can go on behind it. @throws the signal's reason */
export async function* tailEvents(
  client: AjudantClient,
  { after: from, types = [], follow, signal }: TailOptions,
): AsyncGenerator<OrganisationEvent, void, undefined> {
  let after = from;
  for (;;) {
    signal?.throwIfAborted();
    const query = {
      limit: 200,
      ...(after !== undefined && { after }),
      ...(types.length > 0 && { types: types.join(',') }),
    };
    const page = await client.body(
      client.api.GET('/v1/events', {
        params: { query, ...(follow && { header: { Prefer: `wait=${waitSeconds}` } }) },
        headers: { accept: 'application/json' },
        ...(signal && { signal }),
      }),
    );
    const { items } = page as EventPage;
    yield* items;
    after = items.at(-1)?.cursor ?? after;
    if (items.length === 0 && !follow) return;
  }
}
