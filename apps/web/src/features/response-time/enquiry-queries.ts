import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Enquiry = components['schemas']['EnquiryDto'];

/** Customers whom nobody has answered, the latest first. */
export const waitingCustomersQuery = pagesQuery(['enquiries', 'waiting'], (after) =>
  client.body(
    client.api.GET('/v1/enquiries', {
      params: { query: { state: 'waiting', sort: '-opened', ...(after === undefined ? {} : { after }) } },
    }),
  ),
);

export const tellEnquiry = (body: components['schemas']['TellEnquiryDto'], key: string) =>
  client.body(client.api.POST('/v1/enquiries', { params: { header: { 'Idempotency-Key': key } }, body }));

/** What an enquiry makes outdated. */
export const afterTelling = [['enquiries'], ['response-time']];
