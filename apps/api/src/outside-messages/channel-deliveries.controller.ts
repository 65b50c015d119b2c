import { Access } from '#access';
import { DeliveredMessageDto, DeliverMessageDto } from '#contracts';
import { bodyReader, ByteBody, type IncomingBytes, Now, RequestContext, UuidParam } from '#platform/http';
import { parseJsonBody } from '#platform/json';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { ChannelHookSecrets, type DeliverySignature } from './channel-hook-secrets.js';
import { ChannelHookStore } from './channel-hook.store.js';
import { toldMessage } from './outside-message.mapping.js';
import { TellMessage } from './tell-message.js';

const kibibytes = 128;
const readDelivery = bodyReader(DeliverMessageDto);
const header = (name: string, description: string) => ApiHeader({ name, description, required: true });

@ApiTags('conversation')
@Controller('v1/channel-hooks/:id/deliveries')
@Access({ public: true })
export class ChannelDeliveriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly hooks: ChannelHookStore,
    private readonly secrets: ChannelHookSecrets,
  ) {}

  /**
   * A channel sends a message, signed by the secret of its hook (Standard Webhooks). Sending it again changes nothing, as
   * long as its `externalId`, or else `webhook-id`, is the same.
   */
  @Post()
  @HttpCode(200)
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
    const { engagementId, organisationId, channel } = await this.hooks.working(hookId);
    const { externalId = signed.id, ...said } = readDelivery(parseJsonBody(body));
    const told = toldMessage(said, { channel, externalId, origin: 'webhook' });
    const by = { organisationId, userId: null };
    const scope = { kind: 'organisation', organisationId } as const;
    const taken = await this.commands.execute(new TellMessage({ by, scope, engagementId, told, now }));
    return { engagementId, ...taken };
  }
}

const signatureOf = (headers: Readonly<Record<string, unknown>>): DeliverySignature => ({
  id: String(headers['webhook-id'] ?? ''),
  timestamp: String(headers['webhook-timestamp'] ?? ''),
  signature: String(headers['webhook-signature'] ?? ''),
});
