import { scopeOf } from '#access';
import type { EnquiryDto } from '#contracts';
import { EnquiryMeasure, type ToldEnquiry } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { EnquiryStore } from './enquiry.store.js';
import { ResponseHoursStore } from './response-hours.store.js';

export class TellEnquiry extends commandOf<Call & { enquiry: ToldEnquiry }, EnquiryDto>() {}

/** The business, or its help desk, says that a customer asked, or was answered. */
@CommandHandler(TellEnquiry)
export class TellEnquiryHandler implements ICommandHandler<TellEnquiry> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly hours: ResponseHoursStore,
    private readonly enquiries: EnquiryStore,
  ) {}

  execute({ actor, enquiry, now }: TellEnquiry): Promise<EnquiryDto> {
    const scope = scopeOf(actor);
    const businessId = actor.organisationId;
    return this.database.transaction(scope, async (tx) => {
      await this.hours.lock(tx, businessId, 'shared');
      const { counted, version } = await this.hours.of(scope, businessId);
      const measured = new EnquiryMeasure(counted).take(enquiry, now);
      await this.enquiries.tell(tx, [measured], { businessId, source: 'api', hoursVersion: version, now });
      return this.enquiries.told(scope, measured);
    });
  }
}
