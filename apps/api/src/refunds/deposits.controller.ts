import { Access, type Actor, businessReaders } from '#access';
import { DepositInstructionsDto } from '#contracts';
import { CurrentActor } from '#platform/http';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ApiSettings, apiSettingsToken, takesCards } from '../api-settings.js';
import { DepositReferences } from './deposit-references.js';

@ApiTags('payments')
@Controller('v1/deposit-instructions')
export class DepositsController {
  constructor(
    private readonly references: DepositReferences,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  /** How to pay ahead: to which account, and by which reference. */
  @Get()
  @Access({ roles: businessReaders, scope: 'ledger:read' })
  async instructions(@CurrentActor() actor: Actor): Promise<DepositInstructionsDto> {
    return {
      reference: await this.references.of(actor),
      account: this.settings.bankAccount ?? null,
      cards: takesCards(this.settings),
    };
  }
}
