import { marketplace } from '#access';
import type { PayoutBatchDto } from '#contracts';
import { type Currency, planByAccount } from '#domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken, takesCards } from '../api-settings.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgencyDues } from './agency-dues.js';
import { AgencyBankAccountStore } from './agency-bank-account.store.js';
import { PayoutStore } from './payout.store.js';

export class MakePayoutBatch extends commandOf<Call & { batchId: string; currency: Currency }, PayoutBatchDto>() {}

/** One transfer for each agency, of all that its paid invoices have earned and no transfer has taken out yet. */
@CommandHandler(MakePayoutBatch)
export class MakePayoutBatchHandler implements ICommandHandler<MakePayoutBatch> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly dues: AgencyDues,
    private readonly payouts: PayoutStore,
    private readonly accounts: AgencyBankAccountStore,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
  ) {}

  execute({ actor, batchId, currency, now }: MakePayoutBatch): Promise<PayoutBatchDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const due = await this.dues.lock(tx, currency);
      const { byBank, byService } = await this.accounts.all(takesCards(this.settings));
      const atService = await this.payouts.freeAtService(tx, currency);
      const planned = planByAccount(due, { byBank, byService, atService }, currency);
      await this.payouts.keepBatch(tx, batchId, currency, actor.userId, now);
      for (const payout of planned) await this.payouts.keepPayout(tx, uuidv7(), batchId, payout, now);
      return this.payouts.readBatch(batchId);
    });
  }
}
