import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';
import { waitsFor } from './agreement-status';

/** Agreements and changes of them that the reader's side has not signed. */
export const agreementsToSign = (side: 'agency' | 'business'): WaitingSource => ({
  queryKey: ['agreements', 'waiting', side],
  async read() {
    const pages = await Promise.all(
      (['drafting', 'changing'] as const).map((status) =>
        client.body(client.api.GET('/v1/agreements', { params: { query: { status, limit: 20 } } })),
      ),
    );
    const agreements = await Promise.all(
      pages
        .flatMap(({ items }) => items)
        .map(({ id }) => client.body(client.api.GET('/v1/agreements/{id}', { params: { path: { id } } }))),
    );
    return agreements
      .filter((agreement) => waitsFor(agreement, side))
      .map(({ id, assistantId, status }): Waiting => ({
        key: id,
        text: status === 'changing' ? 'home.change-open' : 'home.agreement-open',
        link: { to: '/agreements/$agreementId', params: { agreementId: id } },
        assistantId,
      }));
  },
});
