import { scopeOf } from '#access';
import { DomainError, responseHoursOf, type ResponseHours } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { BusinessStore } from '../businesses/business.store.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { Remeasuring } from './remeasuring.js';
import { type KeptHours, ResponseHoursStore } from './response-hours.store.js';

export class SetResponseHours extends commandOf<
  Change & Pick<ResponseHours, 'weeklyHours' | 'closedOn' | 'holidays'>,
  KeptHours
>() {}

/** The business says when it is there for its customers; what was told before is counted anew by that. */
@CommandHandler(SetResponseHours)
export class SetResponseHoursHandler implements ICommandHandler<SetResponseHours> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly businesses: BusinessStore,
    private readonly hours: ResponseHoursStore,
    private readonly remeasuring: Remeasuring,
  ) {}

  async execute(command: SetResponseHours): Promise<KeptHours> {
    const { actor, id: businessId, expectedVersion, weeklyHours, closedOn, holidays } = command;
    const scope = scopeOf(actor);
    const { state: business } = await this.businesses.load(scope, businessId);
    const hours = responseHoursOf({ timeZone: business.timeZone, weeklyHours, closedOn, holidays });
    await this.database.transaction(scope, async (tx) => {
      await this.hours.lock(tx, businessId, 'alone');
      const { version } = await this.hours.of(scope, businessId);
      if (expectedVersion !== null && expectedVersion !== version) throw new DomainError('precondition.stale');
      await this.hours.keep(tx, businessId, hours, version + 1);
    });
    await this.remeasuring.begin(businessId);
    return this.hours.of(scope, businessId);
  }
}
