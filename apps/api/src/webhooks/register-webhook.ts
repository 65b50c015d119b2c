import { scopeOf } from '#access';
import type { NewWebhookDto } from '#contracts';
import { decideWebhookEndpoint, type OrganisationId, type WebhookDetails, type WebhookEndpointId } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { assertKnownTypes } from '../events-feed/known-types.js';
import { WebhookEndpointStore } from './webhook-endpoint.store.js';
import { WebhookQueue } from './webhook-queue.js';
import { newWebhookSecret, WebhookSettings } from './webhook-settings.js';

export class RegisterWebhook extends commandOf<Call & { details: WebhookDetails }, NewWebhookDto>() {}

/** An owner says where her organisation is told of events; what happens from now on is sent there. */
@CommandHandler(RegisterWebhook)
export class RegisterWebhookHandler implements ICommandHandler<RegisterWebhook> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly endpoints: WebhookEndpointStore,
    private readonly queue: WebhookQueue,
    private readonly settings: WebhookSettings,
  ) {}

  execute({ actor, details, now }: RegisterWebhook): Promise<NewWebhookDto> {
    assertKnownTypes(details.types, 'webhook-endpoint.unknown-type', ['types']);
    const scope = scopeOf(actor);
    const endpointId = uuidv7() as WebhookEndpointId;
    const organisationId = actor.organisationId as OrganisationId;
    const secret = newWebhookSecret();
    return this.database.transaction(scope, async (tx) => {
      const others = await this.endpoints.countLocked(tx, organisationId);
      const { rules } = this.settings;
      const facts = decideWebhookEndpoint(
        { type: 'registerWebhookEndpoint', endpointId, organisationId, details, secret, others, rules, now },
        null,
      );
      await this.endpoints.create(scope, endpointId, facts);
      await this.queue.open(tx, endpointId, organisationId, now);
      return { ...(await this.endpoints.shown(scope, endpointId)), secret };
    });
  }
}
