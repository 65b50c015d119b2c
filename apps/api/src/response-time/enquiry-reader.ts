import type { Actor } from '#access';
import { scopeOf } from '#access';
import { WorkThread } from '#platform/processes';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type EnquiryFile, type ReadEnquiries, readEnquiries } from './enquiry-file.js';
import { ResponseHoursStore } from './response-hours.store.js';

/** Characters of a file that is read at once, which takes a few milliseconds. */
const smallFile = 16_384;

/** Enquiries as they were read, and the version of the hours by which they were measured. */
export interface MeasuredFile {
  readonly read: ReadEnquiries;
  readonly hoursVersion: number;
}

/** Reads files of enquiries so that nobody else has to wait: those that aren't small in a thread of their own. */
@Injectable()
export class EnquiryReader implements OnModuleDestroy {
  private readonly thread = new WorkThread<EnquiryFile, ReadEnquiries>(new URL('enquiry-worker.js', import.meta.url), {
    name: 'reading enquiries',
    queueLimit: 4,
  });

  constructor(private readonly hours: ResponseHoursStore) {}

  /** @throws DomainError `enquiry-file.…` for what concerns the file as a whole; `request.too-many` */
  async read(actor: Actor, text: string, now: string): Promise<MeasuredFile> {
    const { counted, version } = await this.hours.of(scopeOf(actor), actor.organisationId);
    // No line of CSV begins as an object does: it would have a column by that name.
    const form = text.trimStart().startsWith('{') ? 'ndjson' : 'csv';
    const file: EnquiryFile = { text, form, hours: counted, now };
    return {
      read: text.length <= smallFile ? readEnquiries(file) : await this.thread.ask(file),
      hoursVersion: version,
    };
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }
}
