import { marketplace } from '#access';
import { type Business, decideBusiness, type RecordVatCheck as RecordVatCheckCommand } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { BusinessStore } from './business.store.js';

export class RecordVatCheck extends commandOf<
  Change & Pick<RecordVatCheckCommand, 'vatId' | 'result' | 'reference'>,
  Versioned<Business>
>() {}

/** An administrator notes what a register said of a VAT id, having looked it up there. */
@CommandHandler(RecordVatCheck)
export class RecordVatCheckHandler implements ICommandHandler<RecordVatCheck> {
  constructor(private readonly businesses: BusinessStore) {}

  execute({ id, expectedVersion, vatId, result, reference, now }: RecordVatCheck): Promise<Versioned<Business>> {
    const check = { type: 'recordVatCheck', vatId, result, source: 'manual', reference, now } as const;
    return this.businesses.update(marketplace, id, expectedVersion, (business) => decideBusiness(check, business));
  }
}
