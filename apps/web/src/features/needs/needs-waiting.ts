import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** What was begun and not posted yet. */
export const draftsToPost: WaitingSource = {
  queryKey: ['needs', 'waiting'],
  async read() {
    const { items } = await client.body(
      client.api.GET('/v1/needs', { params: { query: { status: 'draft', limit: 20 } } }),
    );
    return items.map(({ id, words }): Waiting => ({
      key: id,
      text: words === null ? 'home.draft-open-unnamed' : 'home.draft-open',
      values: words === null ? {} : { words: words.length > 80 ? `${words.slice(0, 80)}…` : words },
      link: { to: '/needs/$needId', params: { needId: id } },
    }));
  },
};
