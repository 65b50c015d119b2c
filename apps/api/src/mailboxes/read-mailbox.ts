import { marketplace } from '#access';
import {
  type BusinessId,
  decideMailbox,
  enquiriesOfMails,
  EnquiryMeasure,
  type GoneEnquiry,
  goneEnquiries,
  type Mailbox,
  type MailboxFailure,
} from '#domain';
import { Clock } from '#platform/clock';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { EnquiryStore } from '../response-time/enquiry.store.js';
import { ResponseHoursStore } from '../response-time/response-hours.store.js';
import { ImapReader, type MailboxRead } from './imap-reader.js';
import { type KeptMails, MailboxMails } from './mailbox-mails.js';
import { MailboxPasswords } from './mailbox-passwords.js';
import { type DueMailbox, MailboxReadings } from './mailbox-readings.js';
import { MailboxStore } from './mailbox.store.js';

/** What a business of a thousand mails a day has in the time for which they are kept in mind; whoever has more invents them. */
const mostMails = 400_000;

/** Reads one mailbox that is due, and tells what enquiries there are in it. */
@Injectable()
export class ReadMailbox {
  constructor(
    private readonly database: ApiDatabase,
    private readonly mailboxes: MailboxStore,
    private readonly readings: MailboxReadings,
    private readonly mails: MailboxMails,
    private readonly passwords: MailboxPasswords,
    private readonly reader: ImapReader,
    private readonly hours: ResponseHoursStore,
    private readonly enquiries: EnquiryStore,
    private readonly clock: Clock,
  ) {}

  /** Nothing of it happens in a transaction but noting what came of it. */
  async read(due: DueMailbox, signal: AbortSignal): Promise<void> {
    const { state: mailbox } = await this.mailboxes.load(marketplace, due.mailboxId);
    if (mailbox.status === 'disconnected') return;
    if (due.mails >= mostMails) return this.noteFailure(due.mailboxId, 'too-large');
    const password = this.passwords.open(due.mailboxId, due.password);
    if (password === null) return this.noteFailure(due.mailboxId, 'password-lost');
    const read = await this.reader.read({ ...mailbox, password }, due.positions, this.clock.now(), signal);
    if (read.type === 'failed') return this.noteFailure(due.mailboxId, read.because);
    await this.note(due.mailboxId, read);
  }

  private async note(mailboxId: string, read: Extract<MailboxRead, { type: 'read' }>): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(marketplace, async (tx) => {
      await this.mailboxes.update(marketplace, mailboxId, null, async (mailbox) => {
        if (mailbox.status === 'disconnected') return [];
        const kept = await this.mails.keep(tx, mailbox, read.mails);
        await this.tell(tx, mailbox, kept, now);
        const forgotten = await this.mails.forgetOld(tx, mailboxId, now);
        await this.readings.succeeded(tx, mailboxId, { ...read, mails: kept.mails - forgotten }, now);
        return decideMailbox({ type: 'noteMailboxRead', now }, mailbox);
      });
    });
  }

  /** What is known of an enquiry is told again with what has changed, and the same again changes nothing. */
  private async tell(
    tx: Transaction,
    { mailboxId, businessId }: Mailbox & { businessId: BusinessId },
    { threads, formers }: Pick<KeptMails, 'threads' | 'formers'>,
    now: string,
  ): Promise<void> {
    if (threads.length === 0) return;
    await this.hours.lock(tx, businessId, 'shared');
    const { counted, version } = await this.hours.of(marketplace, businessId);
    const measure = new EnquiryMeasure(counted);
    const byThread = await this.mails.ofThreads(tx, mailboxId, threads);
    const gone: GoneEnquiry[] = [];
    const measured = [...byThread].flatMap(([thread, mails]) => {
      const enquiries = enquiriesOfMails(thread, mails);
      const parts = [...formers].flatMap(([former, whole]) => (whole === thread ? [former] : []));
      gone.push(...goneEnquiries(thread, parts, mails, enquiries));
      return enquiries.map((enquiry) => measure.take(enquiry, now));
    });
    await this.enquiries.takeBack(tx, businessId, gone);
    await this.enquiries.tell(tx, measured, { businessId, source: 'mailbox', hoursVersion: version, now });
  }

  private async noteFailure(mailboxId: string, because: MailboxFailure): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(marketplace, async (tx) => {
      await this.readings.forgot(tx, mailboxId, await this.mails.forgetOld(tx, mailboxId, now));
      await this.mailboxes.update(marketplace, mailboxId, null, async (mailbox) => {
        const failingSince = await this.readings.failed(tx, mailboxId, because, now);
        if (mailbox.status === 'disconnected' || failingSince === null) return [];
        return decideMailbox({ type: 'noteMailboxUnreadable', because, failingSince, now }, mailbox);
      });
    });
  }
}
