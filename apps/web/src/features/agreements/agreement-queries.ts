import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';
import type { Language } from '../../texts/languages';

export type Agreement = components['schemas']['AgreementDto'];
export type Version = components['schemas']['AgreementVersionDto'];

export const agreementsQuery = pagesQuery(['agreements'], (after) =>
  client.body(client.api.GET('/v1/agreements', { params: { query: after === undefined ? {} : { after } } })),
);

export const agreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['agreements', id],
    queryFn: () => client.answer(client.api.GET('/v1/agreements/{id}', { params: { path: { id } } })),
  });

interface VersionsToCompare {
  readonly from: number;
  readonly to: number;
  readonly language: Language;
}

/** What differs between two versions; the price of what lies ahead follows the work that is done. */
export const changesQuery = (id: string, query: VersionsToCompare) =>
  queryOptions({
    queryKey: ['agreements', id, 'changes', query],
    queryFn: () => client.body(client.api.GET('/v1/agreements/{id}/changes', { params: { path: { id }, query } })),
  });

/** The price of a version never changes. */
export const quoteQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['agreements', id, 'quote', version],
    staleTime: Infinity,
    queryFn: () =>
      client.body(client.api.GET('/v1/agreements/{id}/quote', { params: { path: { id }, query: { version } } })),
  });
