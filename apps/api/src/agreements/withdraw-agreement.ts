import { type Actor, scopeOf } from '#access';
import { type Agreement, decideAgreement } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { partyOf } from '../party-of.js';
import { AgreementStore } from './agreement.store.js';

export class WithdrawAgreement extends Command<Versioned<Agreement>> {
  constructor(
    readonly actor: Actor,
    readonly agreementId: string,
    readonly expectedVersion: number | null,
    readonly now: string,
  ) {
    super();
  }
}

/** Either side gives up a draft, or a change order, and then the version in force stays. */
@CommandHandler(WithdrawAgreement)
export class WithdrawAgreementHandler implements ICommandHandler<WithdrawAgreement> {
  constructor(private readonly agreements: AgreementStore) {}

  execute({ actor, agreementId, expectedVersion, now }: WithdrawAgreement): Promise<Versioned<Agreement>> {
    return this.agreements.update(scopeOf(actor), agreementId, expectedVersion, (agreement) =>
      decideAgreement({ type: 'withdrawAgreement', by: partyOf(actor), now }, agreement),
    );
  }
}
