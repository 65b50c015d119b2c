import { scopeOf } from '#access';
import { type Business, type ChangeBusinessDetails, decideBusiness } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { BusinessStore } from './business.store.js';

export class ChangeBusiness extends commandOf<
  Change & { changes: ChangeBusinessDetails['changes'] },
  Versioned<Business>
>() {}

@CommandHandler(ChangeBusiness)
export class ChangeBusinessHandler implements ICommandHandler<ChangeBusiness> {
  constructor(private readonly businesses: BusinessStore) {}

  execute({ actor, id: businessId, expectedVersion, changes, now }: ChangeBusiness): Promise<Versioned<Business>> {
    return this.businesses.update(scopeOf(actor), businessId, expectedVersion, (business) =>
      decideBusiness({ type: 'changeBusinessDetails', changes, now }, business),
    );
  }
}
