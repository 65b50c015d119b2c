import { scopeOf } from '#access';
import type { EnquiryImportDto } from '#contracts';
import { instantOf, type MeasuredEnquiry } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import type { ReadEnquiries } from './enquiry-file.js';
import type { MeasuredFile } from './enquiry-reader.js';
import { EnquiryStore } from './enquiry.store.js';
import { ResponseHoursStore } from './response-hours.store.js';

export class ImportEnquiries extends commandOf<Call & { file: MeasuredFile }, EnquiryImportDto>() {}

const batchSize = 2_000;

/** Takes in a file of enquiries. What is known is told again only where it differs; the same file again changes nothing. */
@CommandHandler(ImportEnquiries)
export class ImportEnquiriesHandler implements ICommandHandler<ImportEnquiries> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly hours: ResponseHoursStore,
    private readonly enquiries: EnquiryStore,
  ) {}

  execute({ actor, file: { read, hoursVersion }, now }: ImportEnquiries): Promise<EnquiryImportDto> {
    const scope = scopeOf(actor);
    const businessId = actor.organisationId;
    return this.database.transaction(scope, async (tx) => {
      await this.hours.lock(tx, businessId, 'shared');
      let [created, updated] = [0, 0];
      for (let from = 0; from < read.references.length; from += batchSize) {
        const told = await this.enquiries.tell(tx, enquiriesOf(read, from, from + batchSize), {
          businessId,
          source: 'file',
          hoursVersion,
          now,
        });
        created += told.created;
        updated += told.updated;
      }
      const { version } = await this.hours.of(scope, businessId);
      if (version !== hoursVersion) await this.hours.measureAnew(tx, businessId);
      const unchanged = read.references.length - created - updated;
      return { created, updated, unchanged, rejected: read.rejected, rejectedLines: [...read.rejectedLines] };
    });
  }
}

const enquiriesOf = (read: ReadEnquiries, from: number, to: number): MeasuredEnquiry[] =>
  read.references.slice(from, to).map((reference, index) => {
    const at = from + index;
    const answeredMs = read.answeredMs[at]!;
    return {
      reference,
      openedAt: instantOf(read.openedMs[at]!),
      firstAnsweredAt: Number.isNaN(answeredMs) ? null : instantOf(answeredMs),
      automatic: read.automatic[at] === 1,
      workingMinutes: read.workingMinutes[at]!,
      openedWeek: read.openedWeeks[at]!,
    };
  });
