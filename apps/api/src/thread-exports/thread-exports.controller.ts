import { Access, type Actor, marketplace } from '#access';
import { ThreadExportQueryDto } from '#contracts';
import { versionInForce } from '#domain';
import { CurrentActor, FileAnswer, Now, UuidParam } from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { AgreementStore } from '../agreements/agreement.store.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { ConversationReads } from '../conversation/conversation-reads.js';
import { readConversation } from '../conversation/conversation-rules.js';
import { type TakenThread, threadMbox } from './thread-mbox.js';
import { threadPdf } from './thread-pdf.js';

/** What one file takes; whoever has more takes what follows with `afterNumber`. */
const most = {
  mbox: { atMost: 5_000, characters: 4_000_000 },
  pdf: { atMost: 500, characters: 200_000 },
} as const;

@ApiTags('conversation')
@Controller('v1/engagements/:id/threads/:threadId/export')
export class ThreadExportsController {
  constructor(
    private readonly reads: ConversationReads,
    private readonly agreements: AgreementStore,
    private readonly assistants: AssistantStore,
  ) {}

  /**
   * Takes a thread away, oldest message first: as a PDF of up to 500 messages or 200,000 characters, or as a mailbox, which mail programs open, of up to
   * 5,000 or four million; what follows with `afterNumber`.
   */
  @Get()
  @Access(readConversation)
  @ApiOkResponse({
    content: Object.fromEntries(
      ['application/pdf', 'application/mbox'].map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  })
  async take(
    @CurrentActor() actor: Actor,
    @UuidParam() engagementId: string,
    @UuidParam('threadId') threadId: string,
    @Query() { format = 'pdf', language = 'en', afterNumber = 0 }: ThreadExportQueryDto,
    @Now() now: string,
  ): Promise<FileAnswer> {
    const { subject } = await this.reads.thread(actor, engagementId, threadId, now);
    const wanted = { engagementId, threadId, afterNumber, ...most[format] };
    const messages = await this.reads.wholeThread(actor, wanted, now);
    const { businessName, agencyName, assistantId, mailAddress } = await this.reads.one(actor, engagementId, now);
    const { state: assistant } = await this.assistants.load(marketplace, assistantId);
    const names = { business: businessName, agency: agencyName, assistant: assistant.displayName };
    const thread: TakenThread = { subject, messages, names, domain: mailAddress?.split('@')[1] ?? 'ajudant.invalid' };
    if (format === 'mbox') return fileOf(await threadMbox(thread), `${subject}.mbox`, 'application/mbox');
    const { state: agreement } = await this.agreements.load(marketplace, engagementId);
    const timeZone = versionInForce(agreement)?.terms.timeZone ?? 'UTC';
    const at = new Date(messages.at(-1)?.receivedAt ?? now);
    return fileOf(await threadPdf(thread, { language, timeZone, at }), `${subject}.pdf`, 'application/pdf');
  }
}

const fileOf = (bytes: Buffer, name: string, mediaType: string): FileAnswer =>
  new FileAnswer(Readable.from([bytes]), {
    name,
    mediaType,
    size: bytes.length,
    tag: createHash('sha256').update(bytes).digest('hex'),
  });
