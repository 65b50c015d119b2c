import { scopeOf } from '#access';
import type { TaxPackDto } from '#contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { TaxPackStore } from './tax-pack.store.js';

export class CancelTaxPack extends commandOf<Change, TaxPackDto>() {}

/** Nobody wants it any more: whoever makes it stops at its next step. */
@CommandHandler(CancelTaxPack)
export class CancelTaxPackHandler implements ICommandHandler<CancelTaxPack> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly packs: TaxPackStore,
  ) {}

  execute({ actor, id, expectedVersion, now }: CancelTaxPack): Promise<TaxPackDto> {
    return this.database.transaction(scopeOf(actor), async (tx) => {
      await this.packs.cancel(tx, id, expectedVersion, now);
      const { fileId: _fileId, ...pack } = await this.packs.one(scopeOf(actor), id);
      return pack;
    });
  }
}
