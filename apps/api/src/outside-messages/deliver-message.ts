import type { DeliveredMessageDto } from '#contracts';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { scopeOf } from '#access';
import { ApiDatabase } from '../api-database.js';
import { filesOf, namedFiles } from '../conversation/message-files.js';
import { MessageStore } from '../conversation/message.store.js';
import { TalkingEngagements, talkingParties } from '../conversation/talking-engagements.js';
import { FileNaming } from '../files/file-naming.js';
import type { FileBringer } from '../files/file.rows.js';
import { partyOf } from '../party-of.js';
import { TellMessage, type ToldMessage } from './tell-message.js';

/** A message that nobody signed in for, and what is left to be done for it where it is new. */
export interface Delivery {
  readonly by: FileBringer;
  readonly engagementId: string;
  readonly told: Omit<ToldMessage, 'fileIds'>;
  /** Keeps what hangs on it, and says what is left to say of it. */
  readonly keepFiles: () => Promise<{ readonly fileIds: readonly string[]; readonly text: string }>;
  readonly now: string;
}

/** Takes a message in with its files, once: they are kept before, and named together with it. */
@Injectable()
export class DeliverMessage {
  constructor(
    private readonly database: ApiDatabase,
    private readonly commands: CommandBus,
    private readonly messages: MessageStore,
    private readonly talking: TalkingEngagements,
    private readonly files: FileNaming,
  ) {}

  /** @throws DomainError `message.…`, `file.…` */
  async deliver({ by, engagementId, told, keepFiles, now }: Delivery): Promise<DeliveredMessageDto> {
    const scope = scopeOf(by);
    const known = await this.database.read(scope, (tx) => this.messages.toldBefore(tx, engagementId, told));
    // Of one that is there already nothing has to be kept.
    const { fileIds, text } = known === null ? await keepFiles() : { fileIds: [], text: told.text };
    const taken = await this.database.transaction(scope, async () => {
      const tell = new TellMessage({
        by: partyOf(by),
        scope,
        engagementId,
        told: { ...told, text, fileIds: [...fileIds] },
        now,
      });
      const message = await this.commands.execute(tell);
      if (message.isNew && fileIds.length > 0) {
        const parties = talkingParties(await this.talking.seenIn(scope, engagementId));
        await this.files.name(by, namedFiles(fileIds), filesOf(parties, message.messageId), now);
      }
      return message;
    });
    return { engagementId, ...taken };
  }
}
