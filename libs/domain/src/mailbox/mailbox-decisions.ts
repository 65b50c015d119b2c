import { isBlank } from '#text';
import { decideBy, type Deciders } from '../deciders.js';
import { demand, unexpectedFact } from '../policy.js';
import { hourMs, instantMs } from '../time/instant.js';
import { unreachableAfterHours } from '../time/next-reading.js';
import type { ConnectMailbox, Mailbox, MailboxCommand, MailboxFact, NoteMailboxUnreadable } from './mailbox.js';

/** Of one business: that of the shop, that for complaints, that of its owner. */
export const maxMailboxes = 5;
/** Of IMAP, with TLS from the beginning and without: RFC 8314. No other door of a server is knocked at. */
const imapPorts: ReadonlySet<number> = new Set([143, 993]);

/** @throws DomainError `mailbox.…` as listed in the contracts' table of its errors */
export function decideMailbox(command: MailboxCommand, state: Mailbox | null): MailboxFact[] {
  if (command.type === 'connectMailbox') return connect(command, state);
  demand(state !== null && state.status !== 'disconnected', 'mailbox.not-found');
  return decideBy(deciders, command, state);
}

const deciders: Deciders<Exclude<MailboxCommand, ConnectMailbox>, Mailbox, MailboxFact> = {
  noteMailboxRead: ({ now }, { status }) =>
    status === 'unreachable' ? [{ type: 'mailboxReachable', reachedAt: now }] : [],
  noteMailboxUnreadable,
  disconnectMailbox: ({ now }) => [{ type: 'mailboxDisconnected', disconnectedAt: now }],
};

function connect(command: ConnectMailbox, state: Mailbox | null): MailboxFact[] {
  const { mailboxId, businessId, port, security, others, allowsLoopback, now } = command;
  demand(state === null, 'mailbox.already-connected');
  demand(others.length < maxMailboxes, 'mailbox.too-many', { limit: maxMailboxes });
  const host = hostOf(command.host);
  demand(allowsLoopback || imapPorts.has(port), 'mailbox.port-not-imap', { at: ['port'] });
  demand(allowsLoopback || security !== 'none', 'mailbox.not-encrypted', { at: ['security'] });
  demand(!isBlank(command.userName), 'mailbox.user-missing', { at: ['userName'] });
  const userName = command.userName.trim();
  const isKnown = others.some((other) => other.host === host && other.userName === userName);
  demand(!isKnown, 'mailbox.already-connected', { at: ['userName'] });
  const mailbox = { mailboxId, businessId, host, port, security, userName, connectedAt: now };
  return [{ type: 'mailboxConnected', ...mailbox }];
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`);

/** A name as DNS knows it (RFC 1123), or an IPv4 address. Whether it may be asked is seen when it is. */
function hostOf(given: string): string {
  const host = given.trim().toLowerCase();
  demand(hostName.test(host), 'mailbox.bad-host', { at: ['host'] });
  return host;
}

function noteMailboxUnreadable(
  { because, failingSince, now }: NoteMailboxUnreadable,
  { status }: Mailbox,
): MailboxFact[] {
  const isNews = status === 'connected' && instantMs(now) - instantMs(failingSince) >= unreachableAfterHours * hourMs;
  return isNews ? [{ type: 'mailboxUnreachable', because, since: failingSince }] : [];
}

export function evolveMailbox(state: Mailbox | null, fact: MailboxFact): Mailbox {
  if (fact.type === 'mailboxConnected') {
    const { type: _, ...connected } = fact;
    return { status: 'connected', ...connected };
  }
  if (state === null) return unexpectedFact(fact, 'none');
  const { mailboxId, businessId, host, port, security, userName, connectedAt } = state;
  const kept = { mailboxId, businessId, host, port, security, userName, connectedAt };
  switch (fact.type) {
    case 'mailboxUnreachable':
      return { status: 'unreachable', ...kept, since: fact.since };
    case 'mailboxReachable':
      return { status: 'connected', ...kept };
    // Nobody needs the way to it any more.
    case 'mailboxDisconnected':
      return { status: 'disconnected', ...kept, host: '', userName: '', disconnectedAt: fact.disconnectedAt };
    default:
      return fact satisfies never;
  }
}
