import { marketplace } from '#access';
import type { EventEnvelope } from '#contracts/envelope';
import { decideWebhookEndpoint, instantMs, instantOf, nextStep } from '#domain';
import { Clock } from '#platform/clock';
import { MessageContext } from '#platform/database';
import { envelopeOf, failpoint, type Messaging, messagingToken } from '#platform/messaging';
import { type NextPoll, PollLoop } from '#platform/scheduling';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { cloudEventOf } from '../events-feed/cloud-event.js';
import { SendWebhook } from './send-webhook.js';
import { WebhookEndpointStore, webhookEndpointStates } from './webhook-endpoint.store.js';
import { type Lease, type NextMessage, WebhookQueue } from './webhook-queue.js';
import { WebhookSettings } from './webhook-settings.js';

/** Endpoints that one process sends to at the same time, those that failed last among them at most half. */
const mostAtOnce = 128;
const mostFailing = 64;
/** Who hasn't answered by then takes nobody's turn any more. */
const slowAfterMs = 2_000;
const mostPrompt = 16;
/** In a row to one endpoint, before somebody else may go on there. */
const inARow = 100;

/**
 * Sends what waits, one message after the other to each endpoint, and to many endpoints at once: one that is slow has no more than a
 * connection of its own, and those that fail never take the turn of those that don't.
 */
@Injectable()
export class WebhookSending implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new PollLoop('sending webhooks', () => this.step());
  private readonly stopping = new AbortController();
  private readonly serving = new Map<Promise<void>, { since: number; isFailing: boolean }>();
  private readonly logger = new Logger('Webhooks');
  private readonly source: string;

  constructor(
    @Inject(messagingToken('api')) { journal }: Messaging,
    private readonly queue: WebhookQueue,
    private readonly endpoints: WebhookEndpointStore,
    private readonly sender: SendWebhook,
    private readonly settings: WebhookSettings,
    private readonly clock: Clock,
  ) {
    this.source = journal.source;
    queue.onAdded(() => this.loop.wake());
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** What is under way is given up, and sent again by whoever comes next. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    this.stopping.abort(new Error('the service stops'));
    await Promise.all(this.serving.keys());
  }

  private async step(): Promise<NextPoll> {
    const taken = (await this.take('well', this.freeTurns())) + (await this.take('failing', this.freeForFailing()));
    return taken > 0 ? 0 : 'idle';
  }

  private freeTurns(): number {
    const now = performance.now();
    const prompt = [...this.serving.values()].filter(({ since }) => now - since < slowAfterMs).length;
    return Math.min(mostPrompt - prompt, mostAtOnce - this.serving.size);
  }

  private freeForFailing(): number {
    const failing = [...this.serving.values()].filter(({ isFailing }) => isFailing).length;
    return Math.min(mostFailing - failing, mostAtOnce - this.serving.size);
  }

  private async take(which: 'well' | 'failing', atMost: number): Promise<number> {
    if (atMost <= 0) return 0;
    const leases = await this.queue.claim(which, atMost, uuidv7(), this.leaseEnd(), this.clock.now());
    for (const lease of leases) this.begin(lease, which === 'failing');
    return leases.length;
  }

  private begin(lease: Lease, isFailing: boolean): void {
    const turn = { since: performance.now(), isFailing };
    const serving = this.serve(lease, turn)
      .catch((error: unknown) => {
        // The machinery around us fails: the lease ends by itself, and the message comes again.
        if (!this.stopping.signal.aborted) this.logger.warn(`endpoint ${lease.endpointId}: ${String(error)}`);
      })
      .finally(() => {
        this.serving.delete(serving);
        this.loop.wake();
      });
    this.serving.set(serving, turn);
  }

  private async serve(lease: Lease, turn: { since: number }): Promise<void> {
    for (let sent = 0; sent < inARow; sent += 1) {
      const message = await this.queue.next(lease);
      if (message === null) break;
      turn.since = performance.now();
      const goesOn = await this.deliver(lease, message);
      if (!goesOn) return;
    }
    await this.queue.release(lease);
  }

  /** Whether the next one may follow. */
  private async deliver(lease: Lease, message: NextMessage): Promise<boolean> {
    if (message.event === null) {
      return this.queue.settle(lease, message, null, this.leaseEnd(), this.clock.now());
    }
    const envelope = envelopeOf({ ...message.event, occurred_at: new Date(message.event.occurred_at) }, this.source);
    const endpoint = webhookEndpointStates.open(message.endpoint);
    const { attempt, result } = await MessageContext.run(contextOf(envelope), () =>
      this.sender.send(cloudEventOf(envelope), endpoint, this.stopping.signal),
    ).catch(async (error) => {
      await this.queue.release(lease);
      throw error;
    });
    failpoint('webhooks-between-sending-and-noting');
    const failingSince = message.failingSince?.toISOString() ?? null;
    const now = this.clock.now();
    const step = nextStep(result, { failures: message.failures, failingSince, spread: Math.random(), now });
    switch (step.type) {
      case 'delivered': {
        const goesOn = await this.queue.settle(lease, message, attempt, this.leaseEnd(), now);
        failpoint('webhooks-after-noting');
        return goesOn;
      }
      case 'retry':
        await this.queue.fail(lease, message, attempt, step.at);
        return false;
      case 'pause':
        await this.queue.fail(lease, message, attempt, now);
        await this.endpoints.update(marketplace, lease.endpointId, null, (state) =>
          decideWebhookEndpoint({ type: 'pauseWebhookEndpoint', because: step.because, now }, state),
        );
        return false;
      default:
        return step satisfies never;
    }
  }

  private leaseEnd(): string {
    return instantOf(instantMs(this.clock.now()) + this.settings.leaseMs);
  }
}

/** Sending belongs to the trace of what happened. */
const contextOf = ({ correlationId, id, traceparent }: EventEnvelope): MessageContext => ({
  correlationId,
  causationId: id,
  traceparent,
});
