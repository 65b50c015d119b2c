import { type Actor, scopeOf } from '#access';
import { type Business, type ChangeBusinessDetails, decideBusiness } from '#domain';
import type { Versioned } from '#platform/database';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BusinessStore } from './business.store.js';

export class ChangeBusiness extends Command<Versioned<Business>> {
  constructor(
    readonly actor: Actor,
    readonly businessId: string,
    readonly expectedVersion: number | null,
    readonly changes: ChangeBusinessDetails['changes'],
    readonly now: string,
  ) {
    super();
  }
}

@CommandHandler(ChangeBusiness)
export class ChangeBusinessHandler implements ICommandHandler<ChangeBusiness> {
  constructor(private readonly businesses: BusinessStore) {}

  execute({ actor, businessId, expectedVersion, changes, now }: ChangeBusiness): Promise<Versioned<Business>> {
    return this.businesses.update(scopeOf(actor), businessId, expectedVersion, (business) =>
      decideBusiness({ type: 'changeBusinessDetails', changes, now }, business),
    );
  }
}
