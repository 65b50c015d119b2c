import { Access, type Actor, marketplace } from '#access';
import { ThreadExportQueryDto } from '#contracts';
import { versionInForce } from '#domain';
import { CurrentActor, FileAnswer, leadsOn, linkToNext, Now, savedAs, UuidParam } from '#platform/http';
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

/** What one file takes; where there is more, it says where the next one begins. */
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
   * 5,000 or four million. Where more follows, `Link` leads to the next file (its `afterNumber` is the last number of this one), and the last line of
   * a PDF says so too.
   */
  @Get()
  @Access(readConversation)
  @ApiOkResponse({
    headers: { ...leadsOn, ...savedAs },
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
    const { messages, nextNumber } = await this.reads.wholeThread(actor, wanted, now);
    const { businessName, agencyName, assistantId, mailAddress } = await this.reads.one(actor, engagementId, now);
    const { state: assistant } = await this.assistants.load(marketplace, assistantId);
    const names = { business: businessName, agency: agencyName, assistant: assistant.displayName };
    const thread: TakenThread = {
      subject,
      messages,
      nextNumber,
      names,
      domain: mailAddress?.split('@')[1] ?? 'ajudant.invalid',
    };
    const name = afterNumber === 0 ? subject : `${subject} (${messages[0]?.number ?? afterNumber + 1})`;
    const query = { format, language, afterNumber: messages.at(-1)?.number };
    const link =
      nextNumber === null ? undefined : linkToNext(`/v1/engagements/${engagementId}/threads/${threadId}/export`, query);
    if (format === 'mbox')
      return fileOf(await threadMbox(thread), { name: `${name}.mbox`, mediaType: 'application/mbox', link });
    const { state: agreement } = await this.agreements.load(marketplace, engagementId);
    const timeZone = versionInForce(agreement)?.terms.timeZone ?? 'UTC';
    const at = new Date(messages.at(-1)?.receivedAt ?? now);
    const bytes = await threadPdf(thread, { language, timeZone, at });
    return fileOf(bytes, { name: `${name}.pdf`, mediaType: 'application/pdf', link });
  }
}

interface Named {
  readonly name: string;
  readonly mediaType: string;
  readonly link: string | undefined;
}

const fileOf = (bytes: Buffer, { name, mediaType, link }: Named): FileAnswer =>
  new FileAnswer(Readable.from([bytes]), {
    name,
    mediaType,
    size: bytes.length,
    tag: createHash('sha256').update(bytes).digest('hex'),
    ...(link !== undefined && { link }),
  });
