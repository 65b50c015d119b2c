import { marketplace } from '#access';
import { agencyEvents, businessEvents } from '#contracts';
import { decideMailbox, decideNeed, decideProposal, decideWebhookEndpoint } from '#domain';
import { Clock } from '#platform/clock';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { agencyGoesOn } from '../agencies/agency-going-on.js';
import { ApiDatabase } from '../api-database.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { MailboxReadings } from '../mailboxes/mailbox-readings.js';
import { MailboxStore } from '../mailboxes/mailbox.store.js';
import { NeedStore } from '../needs/need.store.js';
import { ProposalStore } from '../proposals/proposal.store.js';
import { WebhookEndpointStore } from '../webhooks/webhook-endpoint.store.js';
import { WebhookQueue } from '../webhooks/webhook-queue.js';

/** Tables of what a closed organisation leaves behind, and what of them is still in somebody's list. */
const leftBehind = {
  need: `SELECT id FROM api.need WHERE business_id = $1 AND status = 'posted' ORDER BY id`,
  proposal: `SELECT id FROM api.proposal WHERE agency_id = $1 AND status = 'open' ORDER BY id`,
  mailbox: `SELECT id FROM api.mailbox WHERE business_id = $1 AND status <> 'disconnected' ORDER BY id`,
  endpoint: `SELECT id FROM api.webhook_endpoint WHERE organisation_id = $1 AND status <> 'removed' ORDER BY id`,
} as const;

/**
 * Nobody answers for a closed organisation: its needs and proposals close, nothing is sent to it, and its mailboxes are read no more. It goes by what is there when
 * it looks, so that an event that comes twice changes nothing. Its assistants are hidden as those of any agency that isn't verified.
 */
@Injectable()
export class AfterClosing implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly database: ApiDatabase,
    private readonly needs: NeedStore,
    private readonly proposals: ProposalStore,
    private readonly endpoints: WebhookEndpointStore,
    private readonly queue: WebhookQueue,
    private readonly mailboxes: MailboxStore,
    private readonly readings: MailboxReadings,
    private readonly catalogue: DutyCatalogue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-after-closing',
      handles: [
        handlersFor(agencyEvents, {
          ...agencyGoesOn,
          'agency.suspended.v1': ignored,
          'agency.closed.v1': ({ aggregateId }) => this.tidy(aggregateId),
        }),
        handlersFor(businessEvents, {
          'business.registered.v1': ignored,
          'business.details-changed.v1': ignored,
          'business.vat-id-checked.v1': ignored,
          'business.closed.v1': ({ aggregateId }) => this.tidy(aggregateId),
        }),
      ],
    });
  }

  private async tidy(organisationId: string): Promise<void> {
    const now = this.clock.now();
    const context = { catalogue: this.catalogue.codes };
    await this.needs.updateMany(marketplace, await this.left('need', organisationId), (need) =>
      need.status === 'posted' ? decideNeed({ type: 'closeNeed', reason: 'withdrawn', now }, need, context) : [],
    );
    await this.proposals.updateMany(marketplace, await this.left('proposal', organisationId), (proposal) =>
      decideProposal({ type: 'closeProposal', now }, proposal),
    );
    await this.endpoints.updateMany(marketplace, await this.left('endpoint', organisationId), (endpoint) =>
      endpoint.status === 'removed' ? [] : decideWebhookEndpoint({ type: 'removeWebhookEndpoint', now }, endpoint),
    );
    const mailboxes = await this.left('mailbox', organisationId);
    await this.mailboxes.updateMany(marketplace, mailboxes, (mailbox) =>
      mailbox.status === 'disconnected' ? [] : decideMailbox({ type: 'disconnectMailbox', now }, mailbox),
    );
    await this.database.transaction(marketplace, async (tx) => {
      for (const id of mailboxes) await this.readings.close(tx, id);
    });
    await this.database.transaction(marketplace, (tx) => this.queue.closeAllOf(tx, organisationId));
  }

  private async left(what: keyof typeof leftBehind, organisationId: string): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(leftBehind[what], [organisationId]),
    );
    return rows.map(({ id }) => id);
  }
}
