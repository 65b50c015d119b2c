import { Access, type Actor, scopeOf } from '#access';
import { NewWebhookDto, RegisterWebhookDto, UpdateWebhookDto, WebhookDto, WebhookPageDto } from '#contracts';
import { Amendment, Creation, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call, Change } from '../call.js';
import { MoveWebhook } from './move-webhook.js';
import { RegisterWebhook } from './register-webhook.js';
import { WebhookEndpointStore } from './webhook-endpoint.store.js';
import { changeWebhooks, readWebhooks } from './webhook-rules.js';
import { newWebhookSecret } from './webhook-settings.js';

@ApiTags('webhooks')
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly endpoints: WebhookEndpointStore,
  ) {}

  /**
   * Has events of one's own organisation sent to an address from now on, each as a CloudEvent that is signed as Standard Webhooks has it.
   * The answer is the only one with the secret.
   */
  @Creation(changeWebhooks, NewWebhookDto, { secretAnswer: true })
  async register(@CurrentCall() call: Call, @Body() body: RegisterWebhookDto): Promise<Answer<NewWebhookDto>> {
    const { url, description = '', types = [] } = body;
    const made = await this.commands.execute(new RegisterWebhook({ ...call, details: { url, description, types } }));
    return versioned(made, made.version, { location: `/v1/webhooks/${made.id}` });
  }

  /** The endpoints of the organisation, and how each of them does. */
  @Get()
  @Access(readWebhooks)
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<WebhookPageDto> {
    return this.endpoints.list(scopeOf(actor), actor.organisationId, page);
  }

  /** One endpoint. */
  @Reading(':id', readWebhooks, WebhookDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<WebhookDto>> {
    const shown = await this.endpoints.shown(scopeOf(actor), id);
    return versioned(shown, shown.version);
  }

  /** Changes its address, its words or what is sent there; what waits is tried at once. */
  @Amendment(':id', changeWebhooks, WebhookDto)
  change(@CurrentChange() change: Change, @Body() changes: UpdateWebhookDto): Promise<Answer<WebhookDto>> {
    return this.move(new MoveWebhook({ ...change, step: { change: { ...changes } } }));
  }

  /** Gives it a new secret; the one before signs as well for a day. The answer is the only one with the secret. */
  @Step(':id/secret', changeWebhooks, NewWebhookDto, { secretAnswer: true })
  async rotate(@CurrentChange({ required: false }) change: Change): Promise<Answer<NewWebhookDto>> {
    const secret = newWebhookSecret();
    const { body } = await this.move(new MoveWebhook({ ...change, step: { rotateTo: secret } }));
    return versioned({ ...body, secret }, body.version);
  }

  /** Sends nothing there until it is resumed; what happens within 30 days waits. */
  @Step(':id/pause', changeWebhooks, WebhookDto)
  pause(@CurrentChange({ required: false }) change: Change): Promise<Answer<WebhookDto>> {
    return this.move(new MoveWebhook({ ...change, step: 'pause' }));
  }

  /** Goes on with what waits, in order. */
  @Step(':id/resumption', changeWebhooks, WebhookDto)
  resume(@CurrentChange({ required: false }) change: Change): Promise<Answer<WebhookDto>> {
    return this.move(new MoveWebhook({ ...change, step: 'resume' }));
  }

  /** Ends it; what waits is dropped. */
  @Delete(':id')
  @HttpCode(204)
  @Access(changeWebhooks)
  async remove(@CurrentChange({ required: false }) change: Change): Promise<void> {
    await this.commands.execute(new MoveWebhook({ ...change, step: 'remove' }));
  }

  private async move(step: MoveWebhook): Promise<Answer<WebhookDto>> {
    const moved = await this.commands.execute(step);
    if (moved === null) throw new Error('the endpoint was removed');
    return versioned(moved, moved.version);
  }
}
