import { scopeOf } from '#access';
import { DomainError } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { readerOf, TalkingEngagements } from './talking-engagements.js';

export class MarkThreadRead extends commandOf<
  Call & { engagementId: string; threadId: string; upTo: number },
  void
>() {}

/** Somebody has read a thread up to a message; what was read stays so. */
@CommandHandler(MarkThreadRead)
export class MarkThreadReadHandler implements ICommandHandler<MarkThreadRead> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly talking: TalkingEngagements,
  ) {}

  /** @throws DomainError `engagement.not-found`, `thread.not-found` */
  execute({ actor, engagementId, threadId, upTo }: MarkThreadRead): Promise<void> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      await this.talking.of(actor, engagementId);
      const marked = await tx.execute(
        `INSERT INTO api.read_mark AS mark (thread_id, reader_id, organisation_id, up_to)
         SELECT thread.id, $3, $4, least($5, conversation.messages)
           FROM api.thread JOIN api.conversation USING (engagement_id)
          WHERE thread.id = $1 AND thread.engagement_id = $2
         ON CONFLICT (thread_id, reader_id, organisation_id) DO UPDATE SET up_to = greatest(mark.up_to, excluded.up_to)`,
        [threadId, engagementId, readerOf(actor), actor.organisationId, upTo],
      );
      if (marked === 0) throw new DomainError('thread.not-found');
    });
  }
}
