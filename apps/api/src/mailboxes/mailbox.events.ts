import { MailboxConnectedV1, MailboxDisconnectedV1, MailboxReachableV1, MailboxUnreachableV1 } from '#contracts';
import type { Mailbox, MailboxFact } from '#domain';
import type { EventBody } from '#platform/database';

/** Which mailbox it is stays at home. */
export function mailboxEvent(fact: MailboxFact, { businessId }: Mailbox): EventBody {
  const audience = [businessId];
  switch (fact.type) {
    case 'mailboxConnected':
      return { type: MailboxConnectedV1.type, audience, data: { businessId, connectedAt: fact.connectedAt } };
    case 'mailboxUnreachable': {
      const { because, since } = fact;
      return { type: MailboxUnreachableV1.type, audience, data: { businessId, because, since } };
    }
    case 'mailboxReachable':
      return { type: MailboxReachableV1.type, audience, data: { businessId, reachedAt: fact.reachedAt } };
    case 'mailboxDisconnected':
      return { type: MailboxDisconnectedV1.type, audience, data: { businessId, disconnectedAt: fact.disconnectedAt } };
    default:
      return fact satisfies never;
  }
}
