import { scopeOf } from '#access';
import { type Agreement, decideAgreement } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { NeedFilling } from '../needs/need-filling.js';
import { partyOf } from '../party-of.js';
import { AgreementStore } from './agreement.store.js';

export class WithdrawAgreement extends commandOf<Change, Versioned<Agreement>>() {}

/**
 * Either side gives up a draft, or a change order, and then the version in force stays. A need that was filled by the draft's
 * proposal opens again.
 */
@CommandHandler(WithdrawAgreement)
export class WithdrawAgreementHandler implements ICommandHandler<WithdrawAgreement> {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly filling: NeedFilling,
  ) {}

  execute({ actor, id: agreementId, expectedVersion, now }: WithdrawAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.update(
      scopeOf(actor),
      agreementId,
      expectedVersion,
      (agreement) => decideAgreement({ type: 'withdrawAgreement', by: partyOf(actor), now }, agreement),
      async (_tx, { status, proposalId, needId, businessId }) => {
        if (status !== 'withdrawn' || proposalId === null) return;
        await this.filling.reopen({ kind: 'organisation', organisationId: businessId }, needId, now);
      },
    );
  }
}
