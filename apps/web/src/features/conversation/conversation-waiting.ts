import { client } from '../../api/client';
import type { Waiting, WaitingSource } from '../home/waiting';

/** What the other side waits for: each question and each promise by itself, with where it is answered. */
export const openItemsOfOurs: WaitingSource = {
  queryKey: ['conversations', 'waiting'],
  async read() {
    const { items } = await client.body(
      client.api.GET('/v1/open-items', { params: { query: { waitsFor: 'us', limit: 20 } } }),
    );
    return items.map(({ id, engagementId, threadId, text, openItem }): Waiting => ({
      key: id,
      text: openItem?.kind === 'promise' ? 'home.promised' : 'home.asked',
      values: { words: beginningOf(text) },
      link: { to: '/messages/$engagementId', params: { engagementId }, search: { thread: threadId } },
      by: openItem?.dueAt ?? null,
      atRisk: openItem?.overdue ?? false,
    }));
  },
};

/** Conversations in which something is new. */
export const unreadMessages: WaitingSource = {
  queryKey: ['conversations', 'unread'],
  async read() {
    const { items } = await client.body(client.api.GET('/v1/conversations', { params: { query: { limit: 100 } } }));
    return items
      .filter(({ unread }) => unread > 0)
      .map(({ engagementId, businessName, unread }): Waiting => ({
        key: `unread ${engagementId}`,
        text: 'home.unread',
        values: { count: unread, name: businessName },
        link: { to: '/messages/$engagementId', params: { engagementId }, search: {} },
      }));
  },
};

const shown = 80;

const beginningOf = (text: string): string => {
  const [line = ''] = text.trim().split('\n', 1);
  return line.length > shown ? `${line.slice(0, shown)}…` : line;
};
