import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Agency = components['schemas']['AgencyDto'];

export const agenciesQuery = pagesQuery(['agencies'], (after) =>
  client.body(client.api.GET('/v1/agencies', { params: { query: after === undefined ? {} : { after } } })),
);
