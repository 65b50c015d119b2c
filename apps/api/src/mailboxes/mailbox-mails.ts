import { type ArrivedMail, dayMs, instantMs, instantOf, type Mailbox, type SeenMail, threadMails } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Whoever answers later than that begins a conversation of its own. */
const keptDays = 400;
/** Of one conversation. */
const mostMails = 500;

/** Mails by which enquiries have to be told anew. */
export interface KeptMails {
  /** The conversations that they belong to. */
  readonly threads: readonly string[];
  /** Conversations that turned out to be part of others, by what they were known as. */
  readonly formers: ReadonlyMap<string, string>;
  readonly mails: number;
}

/** When mails came and which conversation they are of, by mailbox; in the marketplace's scope. */
@Injectable()
export class MailboxMails {
  /** Takes in what isn't known yet. */
  async keep(
    tx: Transaction,
    { mailboxId, businessId }: Pick<Mailbox, 'mailboxId' | 'businessId'>,
    arrived: readonly ArrivedMail[],
  ): Promise<KeptMails> {
    const known = await this.threadsOf(tx, mailboxId, arrived);
    const anew = arrived.filter(({ messageId }) => !known.has(messageId));
    const { mails, joined } = threadMails(anew, known);
    await tx.execute(
      `INSERT INTO api.mailbox_mail (mailbox_id, business_id, message_id, thread, direction, came_at, automatic)
       SELECT $1, $2, mail.* FROM unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::boolean[]) AS mail`,
      [
        mailboxId,
        businessId,
        mails.map(({ messageId }) => messageId),
        mails.map(({ thread }) => thread),
        mails.map(({ direction }) => direction),
        mails.map(({ at }) => at),
        mails.map(({ automatic }) => automatic),
      ],
    );
    const moved = await tx.query<{ formerly: string; thread: string }>(
      `UPDATE api.mailbox_mail mail SET thread = anew.thread
         FROM unnest($2::text[], $3::text[]) AS anew (formerly, thread)
        WHERE mail.mailbox_id = $1 AND mail.thread = anew.formerly RETURNING anew.formerly, anew.thread`,
      [mailboxId, [...joined.keys()], [...joined.values()]],
    );
    return {
      threads: [...new Set(mails.map(({ thread }) => thread))],
      formers: new Map(moved.map(({ formerly, thread }) => [formerly, thread])),
      mails: mails.length,
    };
  }

  /** All mails of some conversations, by conversation. */
  async ofThreads(tx: Transaction, mailboxId: string, threads: readonly string[]): Promise<Map<string, SeenMail[]>> {
    const rows = await tx.query<Omit<SeenMail, 'at'> & { thread: string; cameAt: Date }>(
      `SELECT thread, message_id AS "messageId", direction, came_at AS "cameAt", automatic
         FROM unnest($2::text[]) AS asked (thread)
         CROSS JOIN LATERAL (SELECT message_id, direction, came_at, automatic FROM api.mailbox_mail mail
                              WHERE mailbox_id = $1 AND mail.thread = asked.thread
                              ORDER BY came_at LIMIT ${mostMails}) AS mail`,
      [mailboxId, threads],
    );
    const byThread = new Map<string, SeenMail[]>(threads.map((thread) => [thread, []]));
    for (const { thread, cameAt, ...mail } of rows) byThread.get(thread)!.push({ ...mail, at: cameAt.toISOString() });
    return byThread;
  }

  /** How many there were of those that nobody needs any more. */
  async forgetOld(tx: Transaction, mailboxId: string, now: string): Promise<number> {
    const before = instantOf(instantMs(now) - keptDays * dayMs);
    const [gone] = await tx.query<{ mails: number }>(
      `WITH gone AS (DELETE FROM api.mailbox_mail WHERE mailbox_id = $1 AND came_at < $2 RETURNING 1)
       SELECT count(*)::int AS mails FROM gone`,
      [mailboxId, before],
    );
    return gone?.mails ?? 0;
  }

  private async threadsOf(
    tx: Transaction,
    mailboxId: string,
    arrived: readonly ArrivedMail[],
  ): Promise<Map<string, string>> {
    const ids = new Set(arrived.flatMap(({ messageId, answers }) => [messageId, ...answers]));
    const rows = await tx.query<{ id: string; thread: string }>(
      `SELECT message_id AS id, thread FROM api.mailbox_mail WHERE mailbox_id = $1 AND message_id = ANY($2)`,
      [mailboxId, [...ids]],
    );
    return new Map(rows.map(({ id, thread }) => [id, thread]));
  }
}
