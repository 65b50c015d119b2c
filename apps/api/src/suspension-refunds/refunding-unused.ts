import { marketplace } from '#access';
import { agencyEvents } from '#contracts';
import { add, type BusinessId, type Engagement, type Money, refundAtSuspension, versionInForce } from '#domain';
import { Clock } from '#platform/clock';
import type { Transaction } from '#platform/database';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { agencyGoesOn } from '../agencies/agency-going-on.js';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { RiskAssessment } from '../bookings/risk-assessment.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { RefundNews } from '../refunds/refund-news.js';
import { RefundStore } from '../refunds/refund.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { SuspensionRefundStore } from './suspension-refund.store.js';
import { UnusedFunds } from './unused-funds.js';

/**
 * An agency is suspended: what businesses have paid ahead for its work and nobody used is theirs again, and goes back to the account that
 * it came from. Each engagement is one transaction, once for each suspension, however often its event comes.
 */
@Injectable()
export class RefundingUnused implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly risk: RiskAssessment,
    private readonly made: SuspensionRefundStore,
    private readonly funds: UnusedFunds,
    private readonly refunds: RefundStore,
    private readonly news: RefundNews,
    private readonly ledger: LedgerBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-refunds-of-suspended-agencies',
      handles: [
        handlersFor(agencyEvents, {
          ...agencyGoesOn,
          'agency.closed.v1': ignored,
          'agency.suspended.v1': ({ aggregateId, aggregateVersion }) => this.refund(aggregateId, aggregateVersion),
        }),
      ],
    });
  }

  /** @param agencyVersion of the event, by which suspensions are told apart */
  async refund(agencyId: string, agencyVersion: number): Promise<void> {
    const now = this.clock.now();
    // What is booked has to be known as not taking place before what is kept for it is let go.
    await this.risk.assess({ agencyId });
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT engagement.id FROM api.engagement JOIN api.agency ON agency.id = engagement.agency_id
          WHERE engagement.agency_id = $1 AND engagement.status = 'active' AND agency.status = 'suspended'
          ORDER BY engagement.id`,
        [agencyId],
      ),
    );
    for (const { id } of rows) await this.ofEngagement(id, agencyVersion, now);
  }

  private ofEngagement(engagementId: string, agencyVersion: number, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const { state: engagement } = await this.engagements.loadLocked(marketplace, engagementId);
      if (await this.made.isMade(tx, engagementId, agencyVersion)) return;
      const { businessId } = engagement;
      const { state: agreement } = await this.agreements.load(marketplace, engagementId);
      const currency = versionInForce(agreement)!.terms.currency;
      await this.ledger.takeTurn(businessId);
      const packs = await this.funds.ofPacks(engagementId, currency, now);
      const booked = await this.funds.ofBookings(tx, engagementId, currency, now);
      const unused = await this.funds.unused(businessId, currency);
      const amount = refundAtSuspension(add(packs, booked), unused, await this.hasOthers(tx, engagement));
      const refund = amount.amountMinor > 0 ? await this.payBack(tx, businessId, amount, now) : null;
      if (refund === null && packs.amountMinor + booked.amountMinor === 0) return;
      await this.made.keep(tx, { engagement, agencyVersion, packs, booked, refund }, now);
    });
  }

  /** Null where nobody knows to which account; then it stays prepaid, and the business asks for it. */
  private async payBack(tx: Transaction, businessId: BusinessId, amount: Money, now: string) {
    const account = await this.funds.accountOf(tx, businessId);
    if (account === null) return null;
    const id = uuidv7();
    await this.refunds.keep(tx, { id, businessId, amount, account, cardPaymentId: null, askedBy: null }, now);
    await this.ledger.post({ type: 'refundAsked', refundId: id, businessId, amount }, now);
    await this.news.asked(tx, await this.refunds.lock(marketplace, id));
    return { id, amount };
  }

  /** Whether somebody else works for the business, for whom it may have paid ahead. */
  private async hasOthers(tx: Transaction, { businessId, agencyId }: Engagement): Promise<boolean> {
    const others = await tx.query(
      `SELECT FROM api.engagement JOIN api.agency ON agency.id = engagement.agency_id
        WHERE engagement.business_id = $1 AND engagement.agency_id <> $2 AND engagement.status = 'active'
          AND agency.status = 'verified' LIMIT 1`,
      [businessId, agencyId],
    );
    return others.length > 0;
  }
}
