import { marketplace } from '#access';
import {
  type Agreement,
  type AssistantId,
  demand,
  type Disqualification,
  localDate,
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
    if (need.status === 'draft') throw new Error(`the need ${need.needId} has an agreement and was never posted`);
    const today = localDate(now, terms.timeZone);
    const startsOn = today > terms.startsOn ? today : terms.startsOn;
    return this.qualification.lackedBy(substituteId, { ...need, startsOn, endsOn: terms.endsOn }, now);
  }

  of(substituteId: AssistantId): Promise<Readiness> {
    return this.readiness.of(substituteId);
  }
}
