import type { MailboxDto } from '#contracts';
import { DomainError, evolveMailbox, type Mailbox, type MailboxFact } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { mailboxEvent } from './mailbox.events.js';
import { MailboxRow } from './mailbox.row.js';

/** How reading a mailbox stands. */
interface ReadingFigures {
  readonly lastReadAt: Date | null;
  readonly failingSince: Date | null;
  readonly failure: MailboxDto['failure'];
  readonly nextReadAt: Date;
  readonly mails: number;
  readonly caughtUp: boolean;
}
type FoundMailbox = Readonly<Record<string, unknown>> & ReadingFigures & { readonly version: number };

@Injectable()
export class MailboxStore extends StateStore<Mailbox, MailboxFact, MailboxRow> {
  protected readonly kind = { noun: 'mailbox', row: MailboxRow, evolve: evolveMailbox, toEvent: mailboxEvent };
  protected override readonly owners = ['businessId'] as const;

  /** Those that a business has; whoever connects one more waits for whoever is about to. */
  async othersLocked(tx: Transaction, businessId: string): Promise<Mailbox[]> {
    await tx.takeTurn(`mailboxes of ${businessId}`);
    const rows = await tx.query<Readonly<Record<string, unknown>>>(
      `SELECT ${this.columns} FROM api.mailbox WHERE business_id = $1 AND status <> 'disconnected'`,
      [businessId],
    );
    return rows.map((row) => this.stateOf(row));
  }

  /** @throws DomainError `mailbox.not-found`, also for one that was disconnected */
  async shown(scope: Scope, id: string): Promise<MailboxDto> {
    const [found] = await this.find(scope, 'id = $1', [id]);
    if (found === undefined) throw new DomainError('mailbox.not-found');
    return found;
  }

  /** Those of a business, oldest first. */
  list(scope: Scope, businessId: string): Promise<MailboxDto[]> {
    return this.find(scope, 'business_id = $1', [businessId]);
  }

  private async find(scope: Scope, condition: string, params: unknown[]): Promise<MailboxDto[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<FoundMailbox>(
        `SELECT ${this.columns}, last_read_at AS "lastReadAt", failing_since AS "failingSince", failure,
                next_at AS "nextReadAt", mails, caught_up AS "caughtUp"
           FROM api.mailbox
           JOIN (SELECT mailbox_id, last_read_at, failing_since, failure, next_at, mails, caught_up
                   FROM api.mailbox_reading) AS reading ON mailbox_id = id
          WHERE status <> 'disconnected' AND ${condition} ORDER BY id LIMIT 100`,
        params,
      ),
    );
    return rows.map((row) => mailboxDto(this.stateOf(row), row));
  }

  protected columnsOf(mailbox: Mailbox): ColumnsOf<MailboxRow> {
    const { businessId, status } = mailbox;
    return { businessId, status };
  }
}

function mailboxDto(mailbox: Mailbox, found: FoundMailbox): MailboxDto {
  if (mailbox.status === 'disconnected') throw new DomainError('mailbox.not-found');
  const { mailboxId, host, port, security, userName, status, connectedAt } = mailbox;
  return {
    id: mailboxId,
    host,
    port,
    security,
    userName,
    status,
    connectedAt,
    lastReadAt: found.lastReadAt?.toISOString() ?? null,
    failingSince: found.failingSince?.toISOString() ?? null,
    failure: found.failure,
    nextReadAt: found.nextReadAt.toISOString(),
    mails: found.mails,
    caughtUp: found.caughtUp,
    version: found.version,
  };
}
