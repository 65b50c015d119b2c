import { scopeOf } from '#access';
import { MessageDto, TellMessageDto } from '#contracts';
import { Creation, CurrentCall } from '#platform/endpoints';
import { Answer, UuidParam } from '#platform/http';
import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { ConversationReads } from '../conversation/conversation-reads.js';
import { talk } from '../conversation/conversation-rules.js';
import { filesOf, namedFiles } from '../conversation/message-files.js';
import { TalkingEngagements } from '../conversation/talking-engagements.js';
import { FileNaming } from '../files/file-naming.js';
import { partyOf } from '../party-of.js';
import { toldMessage } from './outside-message.mapping.js';
import { TellMessage } from './tell-message.js';

@ApiTags('conversation')
@Controller('v1/engagements/:id/outside-messages')
export class OutsideMessagesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: ConversationReads,
    private readonly talking: TalkingEngagements,
    private readonly files: FileNaming,
  ) {}

  /**
   * Tells of what was said outside of here: 201, or 200 where it was told of before. In a channel that was agreed when it
   * was said it counts as what is written here does; what was said elsewhere is kept and marked, and settles, accepts and changes nothing.
   */
  @Creation(talk, MessageDto, { bodyKiB: 128 })
  @ApiOkResponse({ type: MessageDto, description: 'It was told of before.' })
  async tell(
    @CurrentCall() { actor, now }: Call,
    @UuidParam() engagementId: string,
    @Body() body: TellMessageDto,
  ): Promise<Answer<MessageDto>> {
    const parties = await this.talking.of(actor, engagementId);
    const { channel, externalId, fileIds = [] } = body;
    const told = { ...toldMessage(body, { channel, externalId, origin: 'api' }), fileIds };
    const { messageId, isNew } = await this.commands.execute(
      new TellMessage({ by: partyOf(actor), scope: scopeOf(actor), engagementId, told, now }),
    );
    if (isNew) await this.files.name(actor, namedFiles(fileIds), filesOf(parties, messageId), now);
    const message = await this.reads.message(actor, engagementId, messageId, now);
    const location = `/v1/engagements/${engagementId}/messages/${messageId}`;
    return new Answer(message, { location, etag: `"${message.version}"` }, isNew ? 201 : 200);
  }
}
