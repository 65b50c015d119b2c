import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type JournalEvent = components['schemas']['EventDto'];

/** What happened, the latest first; of one organisation or of all. */
export const eventsQuery = (concerns: string | null) =>
  pagesQuery(
    ['events', concerns],
    (after) =>
      // As CloudEvents as well, for who asks for them.
      client.body(
        client.api.GET('/v1/events', {
          params: {
            query: {
              sort: '-position',
              limit: 50,
              ...(concerns === null ? {} : { concerns }),
              ...(after === undefined ? {} : { after }),
            },
          },
        }),
      ) as Promise<components['schemas']['EventPageDto']>,
  );
