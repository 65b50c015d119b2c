import type { BusinessId, MailboxId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import { decideMailbox, evolveMailbox, maxMailboxes } from './mailbox-decisions.js';
import type { ConnectMailbox, Mailbox, MailboxCommand } from './mailbox.js';

const now = '2026-03-02T09:00:00.000Z';
const connecting: ConnectMailbox = {
  type: 'connectMailbox',
  mailboxId: 'm' as MailboxId,
  businessId: 'b' as BusinessId,
  host: ' IMAP.Bakery.example ',
  port: 993,
  security: 'tls',
  userName: ' hello@bakery.example',
  others: [],
  allowsLoopback: false,
  now,
};
const after = (state: Mailbox | null, command: MailboxCommand): Mailbox =>
  decideMailbox(command, state).reduce(evolveMailbox, state as Mailbox);
const connected = after(null, connecting);
const another = { host: 'imap.bakery.example', userName: 'shop@bakery.example' };

describe('a mailbox in which customers write', () => {
  it('is known by its server and its user, as they are spelt everywhere', () => {
    expect(connected).toMatchObject({ host: 'imap.bakery.example', userName: 'hello@bakery.example' });
  });

  it.each<[string, Partial<ConnectMailbox>]>([
    ['mailbox.bad-host host', { host: 'https://imap.bakery.example' }],
    ['mailbox.bad-host host', { host: '-imap.example' }],
    ['mailbox.bad-host host', { host: 'imap..example' }],
    ['mailbox.port-not-imap port', { port: 25 }],
    ['mailbox.not-encrypted security', { security: 'none' }],
    ['mailbox.user-missing userName', { userName: '  ' }],
    ['mailbox.already-connected userName', { others: [{ ...another, userName: 'hello@bakery.example' }] }],
    ['mailbox.too-many', { others: Array.from({ length: maxMailboxes }, () => another) }],
  ])('is not taken as it is: %s', (refusal, changes) =>
    expect(refusalOf(() => decideMailbox({ ...connecting, ...changes }, null))).toBe(refusal),
  );

  it('is asked at any port, and unprotected, on the machine itself alone', () => {
    const local = { ...connecting, host: '127.0.0.1', port: 4143, security: 'none', allowsLoopback: true } as const;
    expect(after(null, local)).toMatchObject({ port: 4143, security: 'none' });
  });

  it('is unreachable after a day, which is said once, and connected again as soon as it is read', () => {
    const failing = (failingSince: string): MailboxCommand => ({
      type: 'noteMailboxUnreadable',
      because: 'login-refused',
      failingSince,
      now,
    });
    expect(decideMailbox(failing('2026-03-01T09:00:00.001Z'), connected)).toEqual([]);
    const lost = after(connected, failing('2026-03-01T09:00:00.000Z'));
    expect(lost).toMatchObject({ status: 'unreachable', since: '2026-03-01T09:00:00.000Z' });
    expect(decideMailbox(failing('2026-03-01T09:00:00.000Z'), lost)).toEqual([]);
    expect(after(lost, { type: 'noteMailboxRead', now })).toEqual(connected);
    expect(decideMailbox({ type: 'noteMailboxRead', now }, connected)).toEqual([]);
  });

  it('leaves nothing behind by which it could be read once it is disconnected', () => {
    const gone = after(connected, { type: 'disconnectMailbox', now });
    expect(gone).toMatchObject({ status: 'disconnected', host: '', userName: '' });
    expect(refusalOf(() => decideMailbox({ type: 'disconnectMailbox', now }, gone))).toBe('mailbox.not-found');
  });
});
