import type { DemoPersonDto } from '#contracts';
import type { FileStore } from '#platform/files';
import type { MailTransport } from '#platform/mail';
import type { VatRates } from '#domain';
import type { OutboundRules } from '#platform/outbound';
import type { JournalCare } from '#platform/messaging';
import type { StripeSettings } from './card-payments/stripe/stripe-service.js';
import type { PasswordHasherOptions } from '#platform/security';

export interface MailSettings {
  readonly transport: MailTransport;
  /** Where people find the page to which mails lead; null where nobody said, and mails say their codes alone. */
  readonly webUrl: string | null;
  /** Whether others see nothing of what somebody does who hasn't confirmed her address. */
  readonly mustConfirm: boolean;
  /** The domain whose mail comes in as messages of conversations; none does unless said. */
  readonly inboundDomain?: string | null;
  /** Addresses that count as confirmed, such as those of a demo. */
  readonly confirmedAddresses?: readonly string[];
}

export interface FileSettings {
  /** Where files are kept. */
  readonly store: FileStore;
  /** A folder of this machine for files on their way. */
  readonly spoolFolder: string;
}

/** What the api has to be told; main takes it from the environment, tests say it themselves. */
export interface ApiSettings {
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  /** At least 32 bytes; the same for every process of the service. */
  readonly tokenSecret: string;
  /** What the passwords of mailboxes are sealed with, at least 32 bytes; it follows from the token secret unless said. */
  readonly credentialsKey?: string | null;
  /** Who administers the marketplace at first; null when that is settled. */
  readonly administrator: { readonly email: string; readonly password: string } | null;
  readonly holdMinutes: number;
  readonly clearanceMonths: number;
  readonly commissionBps: number;
  /** Standard rates of value added tax; those that come with the program unless said. */
  readonly vatRates?: VatRates;
  /** Where reference rates of currencies are read daily, a path or an address; nowhere unless said. */
  readonly ratesSource?: string | null;
  /** Where VAT ids are looked up, a REST service as VIES has it; nowhere unless said. */
  readonly viesUrl?: string | null;
  /** Where businesses pay to; they are told of no account unless said. */
  readonly bankAccount?: { readonly holder: string; readonly iban: string } | null;
  /** The payment service that takes cards; nobody pays by card unless said. */
  readonly stripe?: StripeSettings | null;
  /** What requests to addresses that users name may reach; the public net alone unless said. */
  readonly outbound?: OutboundRules;
  /** For one attempt to deliver a webhook; 15,000 unless said. */
  readonly webhookTimeLimitMs?: number;
  /** What is done about the journal beside filling it; nothing unless said. */
  readonly journalCare?: JournalCare;
  readonly mail: MailSettings;
  readonly files: FileSettings;
  /** Passwords that everybody knows, such as a demo's: nobody signs in by one. */
  readonly knownPasswords?: readonly string[];
  /** Whom anybody may sign in as, where there is demo data. */
  readonly demoPeople?: readonly DemoPersonDto[];
  /** As for real passwords unless said. */
  readonly passwordHashing?: PasswordHasherOptions;
}

/** Injection token of the settings. */
export const apiSettingsToken = 'ApiSettings';

/** Whether there is a payment service, and a page to which it leads back. */
export const takesCards = ({ stripe, mail }: ApiSettings): boolean => Boolean(stripe) && mail.webUrl !== null;
