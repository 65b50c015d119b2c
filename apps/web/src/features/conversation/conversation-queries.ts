import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import { pagesQuery } from '../../api/pages';

export type Conversation = components['schemas']['ConversationDto'];
export type Thread = components['schemas']['ThreadDto'];
export type Message = components['schemas']['MessageDto'];

const path = (id: string) => ({ id });

export const conversationsQuery = pagesQuery(['conversations'], (after) =>
  client.body(client.api.GET('/v1/conversations', { params: { query: { limit: 100, ...(after && { after }) } } })),
);

/** All that is read of one conversation begins with this, so that news makes all of it outdated. */
export const conversationKey = (engagementId: string) => ['conversation', engagementId] as const;

export const conversationQuery = (engagementId: string) =>
  queryOptions({
    queryKey: [...conversationKey(engagementId), 'itself'],
    queryFn: () =>
      client.body(client.api.GET('/v1/engagements/{id}/conversation', { params: { path: path(engagementId) } })),
  });

export const threadsQuery = (engagementId: string) =>
  queryOptions({
    queryKey: [...conversationKey(engagementId), 'threads'],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/engagements/{id}/threads', { params: { path: path(engagementId), query: { limit: 200 } } }),
      ),
  });

/** The latest first. */
export const messagesQuery = (engagementId: string, threadId: string) =>
  pagesQuery([...conversationKey(engagementId), 'messages', threadId], (after) =>
    client.body(
      client.api.GET('/v1/engagements/{id}/messages', {
        params: { path: path(engagementId), query: { threadId, limit: 50, ...(after && { after }) } },
      }),
    ),
  );

export const foundMessagesQuery = (engagementId: string, text: string) =>
  queryOptions({
    queryKey: [...conversationKey(engagementId), 'found', text],
    queryFn: () =>
      client.body(
        client.api.GET('/v1/engagements/{id}/messages', {
          params: { path: path(engagementId), query: { text, limit: 50 } },
        }),
      ),
  });

export const openItemsQuery = (engagementId: string) =>
  queryOptions({
    queryKey: [...conversationKey(engagementId), 'open'],
    queryFn: () => client.body(client.api.GET('/v1/open-items', { params: { query: { engagementId, limit: 200 } } })),
  });

export type ChannelSwitch = components['schemas']['ChannelSwitchDto'];

/** The switch of channels that waits for an answer; null where none does. */
export const openSwitchQuery = (engagementId: string) =>
  queryOptions({
    queryKey: [...conversationKey(engagementId), 'switch'],
    async queryFn(): Promise<ChannelSwitch | null> {
      const { items } = await client.body(
        client.api.GET('/v1/engagements/{id}/channel-switches', {
          params: { path: path(engagementId), query: { status: 'proposed' } },
        }),
      );
      return items[0] ?? null;
    },
  });

export const channelHooksQuery = (engagementId: string) =>
  queryOptions({
    queryKey: [...conversationKey(engagementId), 'hooks'],
    queryFn: () =>
      client.body(client.api.GET('/v1/engagements/{id}/channel-hooks', { params: { path: path(engagementId) } })),
  });
