import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Business = components['schemas']['BusinessDto'];

export const businessesQuery = pagesQuery(['businesses', 'all'], (after) =>
  client.body(client.api.GET('/v1/businesses', { params: { query: after === undefined ? {} : { after } } })),
);
