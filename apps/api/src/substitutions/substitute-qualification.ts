import { marketplace } from '#access';
import {
  type Agreement,
  type AssistantId,
  completedDetails,
  demand,
  type Disqualification,
  localDate,
  needDetailsOf,
  type Readiness,
  versionInForce,
} from '#domain';
import { Injectable } from '@nestjs/common';
import { Qualification } from '../assistants/qualification.js';
import { ReadinessReader } from '../assistants/readiness-reader.js';
import { NeedStore } from '../needs/need.store.js';

/** Whether somebody passes the conditions of the need that an agreement came from, for what is left of its term. */
@Injectable()
export class SubstituteQualification {
  constructor(
    private readonly needs: NeedStore,
    private readonly qualification: Qualification,
    private readonly readiness: ReadinessReader,
  ) {}

  /** Null for whoever passes them all. @throws DomainError `assistant.not-found`, `substitution.agreement-not-accepted` */
  async lackedBy(substituteId: AssistantId, agreement: Agreement, now: string): Promise<Disqualification | null> {
    const terms = versionInForce(agreement)?.terms;
    demand(terms !== undefined, 'substitution.agreement-not-accepted');
    // The need is the business's; its conditions are asked on behalf of the marketplace.
    const { state: need } = await this.needs.load(marketplace, agreement.needId);
    const asked = { ...completedDetails(needDetailsOf(need)), needId: need.needId };
    const today = localDate(now, terms.timeZone);
    const startsOn = today > terms.startsOn ? today : terms.startsOn;
    return this.qualification.lackedBy(substituteId, { ...asked, startsOn, endsOn: terms.endsOn }, now);
  }

  of(substituteId: AssistantId): Promise<Readiness> {
    return this.readiness.of(substituteId);
  }
}
