import type { Assistant, Need, Offer } from '#domain';
import { Injectable } from '@nestjs/common';
import { AgreementParties } from '../agreements/agreement-parties.js';
import { Qualification } from '../assistants/qualification.js';

/** What an agency offers with a proposal, as it stands now. */
@Injectable()
export class Offers {
  constructor(
    private readonly parties: AgreementParties,
    private readonly qualification: Qualification,
  ) {}

  async of(assistant: Assistant, need: Need, now: string): Promise<Offer> {
    const agencyStatus = await this.parties.agencyStatus(assistant.agencyId);
    // Nobody has to qualify for what can't be had any more; the refusal says that.
    const disqualification =
      need.status === 'posted' ? await this.qualification.lackedBy(assistant.assistantId, need, now) : null;
    return { agencyStatus, assistantStatus: assistant.status, disqualification };
  }
}
