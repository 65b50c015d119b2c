import { scopeOf } from '#access';
import type { WebhookDto } from '#contracts';
import { decideWebhookEndpoint, type WebhookDetails, type WebhookEndpoint, type WebhookEndpointCommand } from '#domain';
import type { Transaction } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { assertKnownTypes } from '../events-feed/known-types.js';
import { WebhookEndpointStore } from './webhook-endpoint.store.js';
import { WebhookQueue } from './webhook-queue.js';
import { WebhookSettings } from './webhook-settings.js';

type Step =
  { readonly change: Partial<WebhookDetails> } | { readonly rotateTo: string } | 'pause' | 'resume' | 'remove';

/** An owner changes an endpoint, pauses it or lets it go on; null for one that is removed. */
export class MoveWebhook extends commandOf<Change & { step: Step }, WebhookDto | null>() {}

@CommandHandler(MoveWebhook)
export class MoveWebhookHandler implements ICommandHandler<MoveWebhook> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly endpoints: WebhookEndpointStore,
    private readonly queue: WebhookQueue,
    private readonly settings: WebhookSettings,
  ) {}

  execute({ actor, id, expectedVersion, step, now }: MoveWebhook): Promise<WebhookDto | null> {
    const scope = scopeOf(actor);
    const command = this.commandOf(step, now);
    return this.database.transaction(scope, async () => {
      const { state } = await this.endpoints.update(
        scope,
        id,
        expectedVersion,
        (endpoint) => decideWebhookEndpoint(command, endpoint),
        (tx, endpoint) => this.follow(tx, endpoint, command, now),
      );
      return state.status === 'removed' ? null : this.endpoints.shown(scope, id);
    });
  }

  private commandOf(step: Step, now: string): WebhookEndpointCommand {
    if (step === 'pause') return { type: 'pauseWebhookEndpoint', because: 'asked', now };
    if (step === 'resume') return { type: 'resumeWebhookEndpoint', now };
    if (step === 'remove') return { type: 'removeWebhookEndpoint', now };
    if ('rotateTo' in step) return { type: 'rotateWebhookSecret', secret: step.rotateTo, now };
    assertKnownTypes(step.change.types ?? [], 'webhook-endpoint.unknown-type', ['types']);
    return { type: 'changeWebhookEndpoint', changes: step.change, rules: this.settings.rules, now };
  }

  /** What waits goes on at once, or goes with its endpoint; another address begins with a clean sheet. */
  private async follow(
    tx: Transaction,
    { endpointId, status }: WebhookEndpoint,
    { type }: WebhookEndpointCommand,
    now: string,
  ): Promise<void> {
    if (status === 'removed') return this.queue.close(tx, endpointId);
    if (type === 'resumeWebhookEndpoint' || type === 'changeWebhookEndpoint') {
      await this.queue.startAnew(tx, endpointId, now);
    }
  }
}
