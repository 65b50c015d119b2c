import { scopeOf } from '#access';
import type { AskTaxPackDto, TaxPackDto } from '#contracts';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { PackMaking } from './pack-making.js';
import { TaxPackStore } from './tax-pack.store.js';

export class AskTaxPack extends commandOf<Call & { asked: AskTaxPackDto }, TaxPackDto>() {}

/** A business, or its accountant, asks for a year in one archive; it is made afterwards. */
@CommandHandler(AskTaxPack)
export class AskTaxPackHandler implements ICommandHandler<AskTaxPack> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly packs: TaxPackStore,
    private readonly making: PackMaking,
  ) {}

  execute({ actor, asked: { year, language = 'en' }, now }: AskTaxPack): Promise<TaxPackDto> {
    const [id, businessId] = [uuidv7(), actor.organisationId];
    return this.database.transaction(scopeOf(actor), async (tx) => {
      await this.packs.ask(tx, { id, businessId, year, language, version: 1 }, now);
      tx.afterCommit(() => this.making.wake());
      const { fileId: _fileId, ...pack } = await this.packs.one(scopeOf(actor), id);
      return pack;
    });
  }
}
