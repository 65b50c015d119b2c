import { marketplace } from '#access';
import { instantMs, instantOf, type MailboxFailure, minuteMs, minutesToNextReading } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { type MailboxPositions, nothingRead } from './imap-reader.js';

/** A mailbox whose turn it is, the sealed password, and how far it was read. */
export interface DueMailbox {
  readonly mailboxId: string;
  readonly password: Buffer;
  readonly positions: MailboxPositions;
  /** Mails that are kept in mind of it. */
  readonly mails: number;
}

/** So long one process alone reads a mailbox. */
const leaseMinutes = 3;
/** Between two parts of a mailbox with many mails. */
const secondsBetweenParts = 5;

/** Which mailbox is read when, by which password, and how the last time went. */
@Injectable()
export class MailboxReadings {
  private wake: () => void = () => undefined;

  constructor(private readonly database: ApiDatabase) {}

  /** Calls back when a mailbox is due in this process before its time. */
  onDue(wake: () => void): void {
    this.wake = wake;
  }

  async open(
    tx: Transaction,
    { mailboxId, businessId, password }: { mailboxId: string; businessId: string; password: Buffer },
    now: string,
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO api.mailbox_reading (mailbox_id, business_id, password, positions, next_at) VALUES ($1, $2, $3, $4, $5)',
      [mailboxId, businessId, password, JSON.stringify(nothingRead), now],
    );
    tx.afterCommit(() => this.wake());
  }

  /** The password goes, and what is kept of mails. */
  async close(tx: Transaction, mailboxId: string): Promise<void> {
    await tx.execute('DELETE FROM api.mailbox_reading WHERE mailbox_id = $1', [mailboxId]);
    await tx.execute('DELETE FROM api.mailbox_mail WHERE mailbox_id = $1', [mailboxId]);
  }

  /** Reads it next; one that is being read, or that was tried a minute ago, is left in peace: its server counts what fails. */
  async hurry(scope: Scope, mailboxId: string, now: string): Promise<void> {
    const aMinuteAgo = instantOf(instantMs(now) - minuteMs);
    await this.database.transaction(scope, async (tx) => {
      await tx.execute(
        `UPDATE api.mailbox_reading SET next_at = $2
          WHERE mailbox_id = $1 AND next_at > $2::timestamptz + make_interval(mins => ${leaseMinutes})
            AND (tried_at IS NULL OR tried_at < $3)`,
        [mailboxId, now, aMinuteAgo],
      );
      tx.afterCommit(() => this.wake());
    });
  }

  /** Takes those that are due, the longest due first, for one process to read. */
  claim(atMost: number, now: string): Promise<DueMailbox[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<DueMailbox>(
        `UPDATE api.mailbox_reading
            SET next_at = $1::timestamptz + make_interval(mins => ${leaseMinutes}), tried_at = $1
          WHERE mailbox_id IN (SELECT mailbox_id FROM api.mailbox_reading WHERE next_at <= $1
                                ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING mailbox_id AS "mailboxId", password, positions, mails`,
        [now, atMost],
      ),
    );
  }

  /** What is left to read is read after a moment. */
  async succeeded(
    tx: Transaction,
    mailboxId: string,
    { positions, caughtUp, mails }: { positions: MailboxPositions; caughtUp: boolean; mails: number },
    now: string,
  ): Promise<void> {
    const pauseMs = caughtUp ? minutesToNextReading(0) * minuteMs : secondsBetweenParts * 1_000;
    const nextAt = instantOf(instantMs(now) + pauseMs);
    await tx.execute(
      `UPDATE api.mailbox_reading SET next_at = $2, last_read_at = $3, failures = 0, failing_since = NULL, failure = NULL,
              positions = $4, caught_up = $5, mails = mails + $6 WHERE mailbox_id = $1`,
      [mailboxId, nextAt, now, JSON.stringify(positions), caughtUp, mails],
    );
  }

  /** So many fewer are kept in mind. */
  async forgot(tx: Transaction, mailboxId: string, mails: number): Promise<void> {
    await tx.execute('UPDATE api.mailbox_reading SET mails = mails - $2 WHERE mailbox_id = $1', [mailboxId, mails]);
  }

  /** Since when it has been failing; null where it is read no more. */
  async failed(tx: Transaction, mailboxId: string, failure: MailboxFailure, now: string): Promise<string | null> {
    const [found] = await tx.query<{ failures: number; failingSince: Date }>(
      `UPDATE api.mailbox_reading SET failures = failures + 1, failing_since = coalesce(failing_since, $2), failure = $3
        WHERE mailbox_id = $1 RETURNING failures, failing_since AS "failingSince"`,
      [mailboxId, now, failure],
    );
    if (found === undefined) return null;
    const nextAt = instantOf(instantMs(now) + minutesToNextReading(found.failures) * minuteMs);
    await tx.execute('UPDATE api.mailbox_reading SET next_at = $2 WHERE mailbox_id = $1', [mailboxId, nextAt]);
    return found.failingSince.toISOString();
  }
}
