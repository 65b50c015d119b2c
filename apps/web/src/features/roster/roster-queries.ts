import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Assistant = components['schemas']['AssistantDto'];

export const rosterQuery = pagesQuery(['roster'], (after) =>
  client.body(
    client.api.GET('/v1/assistants', { params: { query: { limit: 200, ...(after === undefined ? {} : { after }) } } }),
  ),
);
