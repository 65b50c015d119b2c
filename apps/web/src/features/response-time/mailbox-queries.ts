import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Mailbox = components['schemas']['MailboxDto'];
export type ConnectMailbox = components['schemas']['ConnectMailboxDto'];

/** A mailbox that was just connected is read within a moment, and a large one bit by bit: both are worth another look. */
const soonMs = 2_000;

export const mailboxesQuery = queryOptions({
  queryKey: ['mailboxes'],
  queryFn: () => client.body(client.api.GET('/v1/mailboxes')),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ caughtUp, failure }) => !caughtUp && failure === null) ? soonMs : false,
});
/** What is read out of a mailbox is enquiries, and what is counted of them. */
export const outdatedMailboxes = [['mailboxes'], ['enquiries'], ['response-time']] as const;
