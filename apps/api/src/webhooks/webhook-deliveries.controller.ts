import { Access, type Actor, scopeOf } from '#access';
import {
  RedeliveredDto,
  RedeliverSpanDto,
  WebhookDeliveryDetailsDto,
  WebhookDeliveryPageDto,
  WebhookDeliveryQueryDto,
} from '#contracts';
import { CurrentCall, Step } from '#platform/endpoints';
import { CurrentActor, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { RedeliverWebhooks } from './redeliver-webhooks.js';
import { WebhookLog } from './webhook-log.js';
import { changeWebhooks, readWebhooks } from './webhook-rules.js';

@ApiTags('webhooks')
@Controller('v1/webhooks/:id')
export class WebhookDeliveriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly log: WebhookLog,
  ) {}

  /** What was sent there or waits, newest first, with the last attempt of each; for 30 days after it was taken. */
  @Get('deliveries')
  @Access(readWebhooks)
  list(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { status }: WebhookDeliveryQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<WebhookDeliveryPageDto> {
    return this.log.page(scopeOf(actor), id, status, page);
  }

  /** One message with all its attempts. */
  @Get('deliveries/:deliveryId')
  @Access(readWebhooks)
  read(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @UuidParam('deliveryId') deliveryId: string,
  ): Promise<WebhookDeliveryDetailsDto> {
    return this.log.read(scopeOf(actor), id, deliveryId);
  }

  /** Sends one message again, behind what waits. */
  @Step('deliveries/:deliveryId/redelivery', changeWebhooks, RedeliveredDto)
  async again(
    @CurrentCall() call: Call,
    @UuidParam() id: string,
    @UuidParam('deliveryId') deliveryId: string,
  ): Promise<RedeliveredDto> {
    return {
      queued: await this.commands.execute(new RedeliverWebhooks({ ...call, endpointId: id, which: { deliveryId } })),
    };
  }

  /** Sends everything again that happened in a span and that the endpoint wants to hear, at most 1,000 messages. */
  @Step('redeliveries', changeWebhooks, RedeliveredDto)
  async span(
    @CurrentCall() call: Call,
    @UuidParam() id: string,
    @Body() { from, to }: RedeliverSpanDto,
  ): Promise<RedeliveredDto> {
    return {
      queued: await this.commands.execute(new RedeliverWebhooks({ ...call, endpointId: id, which: { from, to } })),
    };
  }
}
