import { marketplace } from '#access';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** Something about which the payment service has something new to say: an id of ours, or of the service for what it began itself. */
export interface Subject {
  readonly about: 'payment' | 'refund' | 'transfer' | 'chargeback' | 'account';
  readonly id: string;
}

export interface DueTask extends Subject {
  readonly tries: number;
  /** How often the service has refused what it was told to do. */
  readonly refusals: number;
}

/** Longer than all that is taken at once can last. */
const leaseSeconds = 600;

/**
 * What the payment service is to be asked about, each subject once, and when. Whatever says that there is something new only brings that forward:
 * so a message may come twice, late or never.
 */
@Injectable()
export class PaymentServiceTasks {
  constructor(private readonly database: ApiDatabase) {}

  /** Looks at it at an instant, or sooner where that was said before. */
  async look(tx: Transaction, { about, id }: Subject, dueAt: string): Promise<void> {
    await tx.execute(
      `INSERT INTO api.payment_service_task AS task (about, subject, due_at) VALUES ($1, $2, $3)
       ON CONFLICT (about, subject) DO UPDATE SET due_at = least(task.due_at, excluded.due_at)`,
      [about, id, dueAt],
    );
  }

  /** Takes what is due, for ten minutes: whoever dies over one leaves it to another. */
  take(now: string, atMost: number): Promise<DueTask[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<DueTask>(
        `UPDATE api.payment_service_task AS task SET due_at = $1::timestamptz + make_interval(secs => ${leaseSeconds}), tries = tries + 1
           FROM (SELECT about, subject FROM api.payment_service_task WHERE due_at <= $1 ORDER BY due_at LIMIT $2
                 FOR UPDATE SKIP LOCKED) AS due
          WHERE (task.about, task.subject) = (due.about, due.subject)
          RETURNING task.about, task.subject AS id, task.tries, task.refusals`,
        [now, atMost],
      ),
    );
  }

  /**
   * It was looked at: again then, or never. What was said to be new meanwhile brings it forward all the same, since that would be before the end of
   * the lease.
   * @param fault why nothing came of it; null where something did
   */
  async looked(
    { about, id }: Subject,
    taken: string,
    again: string | null,
    { fault, isRefused }: { fault: string | null; isRefused: boolean },
  ): Promise<void> {
    const untouched = `about = $1 AND subject = $2 AND due_at = $3::timestamptz + make_interval(secs => ${leaseSeconds})`;
    await this.database.transaction(marketplace, (tx) =>
      again === null
        ? tx.execute(`DELETE FROM api.payment_service_task WHERE ${untouched}`, [about, id, taken])
        : tx.execute(
            `UPDATE api.payment_service_task SET due_at = CASE WHEN ${untouched} THEN $4::timestamptz ELSE due_at END, fault = left($5, 500),
                    tries = CASE WHEN $5::text IS NULL THEN 0 ELSE tries END, refusals = refusals + $6::integer
              WHERE about = $1 AND subject = $2`,
            [about, id, taken, again, fault, isRefused ? 1 : 0],
          ),
    );
  }
}
