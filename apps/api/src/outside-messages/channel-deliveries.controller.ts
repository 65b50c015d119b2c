import { Access } from '#access';
import { DeliveredMessageDto, DeliverMessageDto } from '#contracts';
import { DomainError } from '#domain';
import { bodyReader, ByteBody, type IncomingBytes, Now, RequestContext, UuidParam } from '#platform/http';
import { parseJsonBody } from '#platform/json';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FileBringer } from '../files/file.rows.js';
import { type Attachment, Attachments } from './attachments.js';
import { ChannelHookSecrets, type DeliverySignature } from './channel-hook-secrets.js';
import { ChannelHookStore } from './channel-hook.store.js';
import { DeliverMessage } from './deliver-message.js';
import { toldMessage } from './outside-message.mapping.js';

/** Two mebibytes of files, which base64 makes a third longer, and the message. */
const kibibytes = 2_880;
const mostBytes = 2_097_152;
const readDelivery = bodyReader(DeliverMessageDto);
const header = (name: string, description: string) => ApiHeader({ name, description, required: true });

@ApiTags('conversation')
@Controller('v1/channel-hooks/:id/deliveries')
@Access({ public: true })
export class ChannelDeliveriesController {
  constructor(
    private readonly attachments: Attachments,
    private readonly messages: DeliverMessage,
    private readonly hooks: ChannelHookStore,
    private readonly secrets: ChannelHookSecrets,
  ) {}

  /**
   * A channel sends a message, signed by the secret of its hook (Standard Webhooks), with up to ten files of two mebibytes together.
   * Sending it again changes nothing, as long as its `externalId`, or else `webhook-id`, is the same.
   */
  @Post()
  @HttpCode(200)
  @ApiUnauthorizedResponse()
  @header('webhook-id', 'Of the delivery, the same each time that it is tried.')
  @header('webhook-timestamp', 'When it is tried, in seconds since 1970; not more than five minutes ago.')
  @header(
    'webhook-signature',
    '`v1,` and the HMAC-SHA256 over id, time and body, in base64; several with spaces between.',
  )
  async deliver(
    @UuidParam() hookId: string,
    @ByteBody({ kibibytes }) incoming: IncomingBytes,
    @Now() now: string,
  ): Promise<DeliveredMessageDto> {
    // The signature is over the bytes as they came.
    const body = await incoming.whole(kibibytes * 1_024);
    const signed = signatureOf(RequestContext.required().request.headers);
    this.secrets.verify(hookId, body, signed);
    const { engagementId, organisationId, madeBy, channel } = await this.hooks.working(hookId);
    const { externalId = signed.id, attachments = [], ...said } = readDelivery(parseJsonBody(body));
    const files = attachments.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }));
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > mostBytes) throw new DomainError('message.attachments-too-large', { at: ['attachments'], mostBytes });
    // The channel speaks for the side whose hook it is, and not for one of its people.
    const by: FileBringer = {
      organisationId,
      organisationKind: madeBy,
      roles: [madeBy === 'agency' ? 'agency.coordinator' : 'business.colleague'],
      userId: null,
      assistantId: null,
    };
    const told = toldMessage(said, { channel, externalId, origin: 'webhook' });
    const keepFiles = async () => ({ fileIds: await this.kept(by, files, now), text: told.text });
    return this.messages.deliver({ by, engagementId, told, keepFiles, now });
  }

  private async kept(by: FileBringer, files: readonly Attachment[], now: string): Promise<string[]> {
    const fileIds: string[] = [];
    for (const [index, file] of files.entries()) fileIds.push(await this.keep(by, file, index, now));
    return fileIds;
  }

  /** What isn't taken is refused at its place: a program can send the message without it. */
  private async keep(by: FileBringer, file: Attachment, index: number, now: string): Promise<string> {
    try {
      return await this.attachments.keep(by, file, now);
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('file.')) throw error;
      throw new DomainError(error.code, { ...error.details, at: ['attachments', index] });
    }
  }
}

const signatureOf = (headers: Readonly<Record<string, unknown>>): DeliverySignature => ({
  id: String(headers['webhook-id'] ?? ''),
  timestamp: String(headers['webhook-timestamp'] ?? ''),
  signature: String(headers['webhook-signature'] ?? ''),
});
