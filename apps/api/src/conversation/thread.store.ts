import type { AgreedChannel, ChannelPlace, TalkingParties, ThreadId, Writer } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** A thread that begins. */
export interface NewThread {
  readonly threadId: ThreadId;
  readonly subject: string;
  readonly agreed: AgreedChannel;
  readonly openedBy: Writer;
  readonly openedAt: string;
}

/** Threads as rows; whoever writes has locked their conversation. */
@Injectable()
export class ThreadStore {
  async open(tx: Transaction, parties: TalkingParties, thread: NewThread): Promise<void> {
    const { engagementId, businessId, agencyId, assistantId } = parties;
    const { threadId, subject, agreed, openedBy, openedAt } = thread;
    await tx.execute(
      `INSERT INTO api.thread (id, engagement_id, business_id, agency_id, assistant_id, opened_in, channel, place, subject,
                               opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        threadId,
        engagementId,
        businessId,
        agencyId,
        assistantId,
        agreed.channelId,
        agreed.channel,
        agreed.place,
        subject,
        openedBy,
        openedAt,
      ],
    );
  }

  /** The place for channels that the thread goes on in; null where there is no such thread in the engagement. */
  async placeOf(tx: Transaction, engagementId: string, threadId: string): Promise<ChannelPlace | null> {
    const [thread] = await tx.query<{ place: ChannelPlace }>(
      'SELECT place FROM api.thread WHERE id = $1 AND engagement_id = $2',
      [threadId, engagementId],
    );
    return thread?.place ?? null;
  }

  /** The latest one that is about this, however it is written. */
  async about(tx: Transaction, engagementId: string, subject: string): Promise<ThreadId | null> {
    const [thread] = await tx.query<{ id: ThreadId }>(
      'SELECT id FROM api.thread WHERE engagement_id = $1 AND lower(subject) = lower($2) ORDER BY id DESC LIMIT 1',
      [engagementId, subject],
    );
    return thread?.id ?? null;
  }
}
