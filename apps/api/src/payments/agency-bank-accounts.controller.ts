import { type AccessRule, type Actor, administrators, agencyTeam, scopeOf } from '#access';
import { AgencyBankAccountDto, BankAccountDto } from '#contracts';
import { CurrentChange, Reading, Replacement } from '#platform/endpoints';
import { type Answer, CurrentActor, UuidParam, versioned } from '#platform/http';
import { DomainError } from '#domain';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { AgencyBankAccountStore } from './agency-bank-account.store.js';

const read: AccessRule = { roles: [...agencyTeam, ...administrators], scope: 'ledger:read' };
/** No key, and nobody but an owner, says where the money goes. */
const write: AccessRule = { roles: ['agency.owner'], scope: null };

@ApiTags('payouts')
@Controller('v1/agencies/:id/bank-account')
export class AgencyBankAccountsController {
  constructor(private readonly accounts: AgencyBankAccountStore) {}

  /** Where the agency's money goes. */
  @Reading('', read, AgencyBankAccountDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AgencyBankAccountDto>> {
    const account = await this.accounts.load(scopeOf(actor), id);
    return versioned(account, account.version);
  }

  /** Says where the agency's money goes from the next payout on; the first time there is no version to name. */
  @Replacement('', write, AgencyBankAccountDto)
  async name(
    @CurrentChange({ required: false }) { actor, id, expectedVersion, now }: Change,
    @Body() account: BankAccountDto,
  ): Promise<Answer<AgencyBankAccountDto>> {
    if (id !== actor.organisationId) throw new DomainError('agency.not-found');
    const named = await this.accounts.name(
      scopeOf(actor),
      { agencyId: id, userId: actor.userId, expected: expectedVersion, now },
      account,
    );
    return versioned(named, named.version);
  }
}
