import {
  type Agreement,
  type AssistantId,
  decideAgreement,
  decideDutyRun,
  decideEngagement,
  type StartedSubstitution,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { contentHash } from '../agreements/content-hash.js';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { BookingHandover } from '../bookings/booking-handover.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { EngagementStore } from '../work-records/engagement.store.js';

/** Whose work becomes whose, and by whose word. */
interface Replacement {
  readonly from: AssistantId;
  readonly to: AssistantId;
  readonly agreed: Pick<StartedSubstitution, 'proposedBy' | 'proposedAt' | 'consentedBy' | 'consentedAt'>;
  readonly now: string;
}

/**
 * Puts somebody else in the place of the assistant of an agreement: a version that names her, the engagement, what is open of its work, and
 * what is booked ahead. The caller has locked the agreement and the engagement.
 */
@Injectable()
export class AssistantReplacement {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
    private readonly runs: DutyRunStore,
    private readonly bookings: BookingHandover,
    private readonly readiness: ReadinessReader,
  ) {}

  /** @throws DomainError `agreement.…`, `booking.…`, which names the slot that the other one can't take */
  async replace(scope: Scope, agreementId: string, replacement: Replacement): Promise<void> {
    const { from, to, now } = replacement;
    const agreement = await this.nameInAgreement(scope, agreementId, replacement);
    await this.engagements.update(scope, agreementId, null, (engagement) =>
      decideEngagement({ type: 'replaceEngagedAssistant', assistantId: to, now }, engagement),
    );
    const runs = await this.runs.ofEngagementLocked(scope, agreementId);
    const hers = runs.filter(({ assistantId }) => assistantId === from).map(({ dutyRunId }) => dutyRunId);
    await this.runs.updateMany(scope, hers, (run) =>
      decideDutyRun({ type: 'reassignDutyRun', assistantId: to, now }, run),
    );
    await this.bookings.move(scope, { agreement, from, to, now });
  }

  private async nameInAgreement(scope: Scope, id: string, { to, agreed, now }: Replacement): Promise<Agreement> {
    const readiness = await this.readiness.of(to);
    const { state } = await this.agreements.update(scope, id, null, (agreement) =>
      decideAgreement(
        {
          type: 'replaceAssistant',
          assistantId: to,
          readiness,
          engagementEnded: false,
          proposed: { userId: agreed.proposedBy, at: agreed.proposedAt },
          consented: { userId: agreed.consentedBy, at: agreed.consentedAt },
          contentHash,
          now,
        },
        agreement,
      ),
    );
    return state;
  }
}
