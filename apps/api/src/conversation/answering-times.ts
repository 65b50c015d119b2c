import { marketplace } from '#access';
import { type AnsweringTime, type TalkingParties, versionInForce } from '#domain';
import { Injectable } from '@nestjs/common';
import { AgreementStore } from '../agreements/agreement.store.js';
import { AssistantStore } from '../assistants/assistant.store.js';

/** How soon an engagement's questions are to be answered. */
@Injectable()
export class AnsweringTimes {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly assistants: AssistantStore,
  ) {}

  /** The agreement's target, and the hours that the assistant has at present. */
  async of({ engagementId, assistantId }: TalkingParties): Promise<AnsweringTime> {
    const { state: agreement } = await this.agreements.load(marketplace, engagementId);
    const { state: assistant } = await this.assistants.load(marketplace, assistantId);
    const targetMinutes = versionInForce(agreement)?.terms.responseTargetMinutes;
    if (targetMinutes === undefined) throw new Error(`the engagement ${engagementId} has no terms in force`);
    return { targetMinutes, calendar: assistant };
  }
}

/** Where nobody is asked anything. */
export const noMatter: AnsweringTime = { targetMinutes: 0, calendar: null };
