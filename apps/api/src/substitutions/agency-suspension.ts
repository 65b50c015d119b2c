import { marketplace } from '#access';
import { agencyEvents } from '#contracts';
import { Clock } from '#platform/clock';
import { handlersFor, ignored, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { agencyGoesOn } from '../agencies/agency-going-on.js';
import { ApiDatabase } from '../api-database.js';
import { NeedFilling } from '../needs/need-filling.js';

/**
 * Whoever an agency was helping is offered the best of the others once it is suspended: the need is open again, and the matcher, for which a
 * suspended agency doesn't count, prepares its shortlist anew. What is booked is at risk meanwhile.
 */
@Injectable()
export class AgencySuspension implements OnModuleInit {
  constructor(
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly database: ApiDatabase,
    private readonly needs: NeedFilling,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'api-needs-of-suspended-agencies',
      handles: [
        handlersFor(agencyEvents, {
          ...agencyGoesOn,
          'agency.closed.v1': ignored,
          'agency.suspended.v1': ({ aggregateId }) => this.offerOthers(aggregateId),
        }),
      ],
    });
  }

  /** One need after the other, in order, as an agency has few engagements at a time. */
  private async offerOthers(agencyId: string): Promise<void> {
    const now = this.clock.now();
    const helped = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ needId: string }>(
        `SELECT DISTINCT agreement.need_id AS "needId"
           FROM api.engagement JOIN api.agreement ON agreement.id = engagement.id
           JOIN api.agency ON agency.id = engagement.agency_id
          WHERE engagement.agency_id = $1 AND engagement.status = 'active' AND agency.status = 'suspended' ORDER BY 1`,
        [agencyId],
      ),
    );
    for (const { needId } of helped) await this.needs.offerAnew(marketplace, needId, now);
  }
}
