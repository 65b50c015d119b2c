import { marketplace } from '#access';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { WrittenMail } from './mail-templates.js';

export interface DueMail extends WrittenMail {
  readonly id: string;
  readonly recipient: string;
  readonly unsubscribeUrl: string | null;
  /** This one included. */
  readonly attempts: number;
}

/** So long a process has for the mails that it took; then another one tries. */
const claimSeconds = 120;
const keptDays = 30;

/** Mail that is to be sent: written in the transaction that gives the reason for it, and so exactly once. */
@Injectable()
export class MailOutbox {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly database: ApiDatabase) {}

  /**
   * Joins the ambient transaction, with which it stands or falls.
   * @param unsubscribeUrl where the reader's mail program says that she wants no more of the kind
   */
  add(
    recipient: string,
    { subject, text, html }: WrittenMail,
    now: string,
    unsubscribeUrl: string | null = null,
  ): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      await tx.query(
        `INSERT INTO api.mail (id, recipient, subject, text, html, created_at, due_at, unsubscribe_url)
         VALUES ($1, $2, $3, $4, $5, $6, $6, $7)`,
        [uuidv7(), recipient, subject, text, html, now, unsubscribeUrl],
      );
      tx.afterCommit(() => {
        for (const listener of this.listeners) listener();
      });
    });
  }

  /** Calls back when there is something to send; only a hint. */
  onAdded(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Takes some that are due, which nobody else takes for two minutes: the earliest, in the order in which they were written. */
  claim(now: string, atMost: number): Promise<DueMail[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<DueMail>(
        `WITH claimed AS (
           UPDATE api.mail SET attempts = attempts + 1, due_at = $1::timestamptz + make_interval(secs => ${claimSeconds})
            WHERE id IN (SELECT id FROM api.mail WHERE due_at <= $1 ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
            RETURNING id, recipient, subject, text, html, attempts, unsubscribe_url AS "unsubscribeUrl")
         SELECT * FROM claimed ORDER BY id`,
        [now, atMost],
      ),
    );
  }

  /** Nobody needs their words any more. */
  async sent(ids: readonly string[], now: string): Promise<void> {
    if (ids.length === 0) return;
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE api.mail SET sent_at = $2, due_at = NULL, subject = NULL, text = NULL, html = NULL, unsubscribe_url = NULL,
                failure = NULL
          WHERE id = ANY ($1)`,
        [ids, now],
      ),
    );
  }

  /** @param nextAt null where it is given up, and its words go as well */
  async failed(id: string, failure: string, nextAt: string | null): Promise<void> {
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE api.mail SET due_at = $2::timestamptz, failure = $3,
                subject = CASE WHEN $2::timestamptz IS NULL THEN NULL ELSE subject END,
                text = CASE WHEN $2::timestamptz IS NULL THEN NULL ELSE text END,
                html = CASE WHEN $2::timestamptz IS NULL THEN NULL ELSE html END
          WHERE id = $1`,
        [id, nextAt, failure],
      ),
    );
  }

  /** Forgets to whom was written a month ago; returns how many. */
  forget(now: string, atMost: number): Promise<number> {
    return this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `DELETE FROM api.mail WHERE id IN (
           SELECT id FROM api.mail WHERE due_at IS NULL AND created_at < $1::timestamptz - make_interval(days => ${keptDays})
            LIMIT $2)`,
        [now, atMost],
      ),
    );
  }
}
