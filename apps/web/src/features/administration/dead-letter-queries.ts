import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type DeadLetter = components['schemas']['DeadLetterDto'];
export type DeadLetterStatus = DeadLetter['status'];

export const deadLetterStatuses = ['dead', 'parked', 'replayed', 'discarded'] as const;
export const isDeadLetterStatus = (value: unknown): value is DeadLetterStatus =>
  deadLetterStatuses.some((status) => status === value);

export const deadLettersQuery = (status: DeadLetterStatus) =>
  pagesQuery(['dead-letters', status], (after) =>
    client.body(
      client.api.GET('/v1/admin/dead-letters', {
        params: { query: { status, ...(after === undefined ? {} : { after }) } },
      }),
    ),
  );
