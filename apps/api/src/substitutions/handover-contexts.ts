import { type AssistantId, type HandoverContext, versionInForce } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AccessGrantStore } from '../access-grants/access-grant.store.js';
import { AgreementStore } from '../agreements/agreement.store.js';

/** What a handover pack is measured by: the lines in force, and what the assistant is let into. */
@Injectable()
export class HandoverContexts {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly grants: AccessGrantStore,
  ) {}

  async of(scope: Scope, agreementId: string, assistantId: AssistantId): Promise<HandoverContext> {
    const { state: agreement } = await this.agreements.load(scope, agreementId);
    const terms = versionInForce(agreement)?.terms;
    if (terms === undefined) throw new Error(`agreement ${agreementId} has a substitution and nothing accepted`);
    const open = await this.grants.openOf(scope, agreementId, assistantId);
    return { terms, openAccess: open.map(({ accessGrantId }) => accessGrantId) };
  }
}
