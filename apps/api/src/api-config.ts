import { ChoiceVariable, IntegerVariable, SecretVariable, ServiceConfig, TextVariable } from '#platform/config';

/** What the api can be told by its environment. */
export class ApiConfig extends ServiceConfig {
  /** Who administers the marketplace at first; looked at only while there is nobody. */
  @TextVariable('AJUDANT_ADMIN_EMAIL', { takes: 'an e-mail address', matches: /^[^\s@]+@[^\s@]+$/ })
  administratorEmail: string | null = null;

  @SecretVariable('AJUDANT_ADMIN_PASSWORD', { minLength: 12 })
  administratorPassword: string | null = null;

  /** What the passwords of mailboxes are sealed with; it follows from AJUDANT_TOKEN_SECRET unless it is set. */
  @SecretVariable('AJUDANT_CREDENTIALS_KEY', { minLength: 32 })
  credentialsKey: string | null = null;

  /** Where mail is handed on; without, it goes to a folder. */
  @SecretVariable('AJUDANT_SMTP_URL', { minLength: 8 })
  smtpUrl: string | null = null;

  /** A bucket in which files are kept; a folder of the data directory without. */
  @TextVariable('AJUDANT_FILES_S3_URL', {
    takes: 'the address of a bucket, such as https://s3.eu-west-1.amazonaws.com/ajudant',
    matches: /^https?:\/\/[^\s/?#]+\/[^\s?#]+$/,
  })
  filesUrl: string | null = null;

  @TextVariable('AJUDANT_FILES_S3_REGION', { takes: 'a region such as eu-west-1', matches: /^[a-z0-9-]+$/ })
  filesRegion = 'us-east-1';

  /** Both are needed with the bucket. */
  @TextVariable('AJUDANT_FILES_S3_KEY_ID', { takes: 'the id of an access key' })
  filesKeyId: string | null = null;

  @SecretVariable('AJUDANT_FILES_S3_SECRET', { minLength: 8 })
  filesSecret: string | null = null;

  /** Who writes. */
  @TextVariable('AJUDANT_MAIL_FROM', {
    takes: 'a name and an address, such as Ajudant <no-reply@example.org>',
    matches: /@/,
  })
  mailFrom = 'Ajudant <no-reply@ajudant.invalid>';

  /** The domain whose mail a mail server hands on as messages of conversations. */
  @TextVariable('AJUDANT_INBOUND_MAIL_DOMAIN', { takes: 'a domain', matches: /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i })
  inboundMailDomain: string | null = null;

  /** Where people find the page to which mails lead. */
  @TextVariable('AJUDANT_WEB_URL', { takes: 'http://… or https://…', matches: /^https?:\/\/[^\s#]+$/ })
  webUrl: string | null = null;

  /** Whether addresses have to be confirmed before others see anything: `auto` where mail is handed on. */
  @ChoiceVariable('AJUDANT_CONFIRM_ADDRESSES', ['auto', 'no', 'yes'])
  confirmAddresses: 'auto' | 'no' | 'yes' = 'auto';

  /** How long a booking is held before it expires. */
  @IntegerVariable('AJUDANT_HOLD_MINUTES', { min: 1, max: 1_440 })
  holdMinutes = 15;

  /** How long a safety clearance is valid at most. */
  @IntegerVariable('AJUDANT_CLEARANCE_MONTHS', { min: 1, max: 60 })
  clearanceMonths = 12;

  /** The marketplace's commission on new agreements, in basis points. */
  @IntegerVariable('AJUDANT_COMMISSION_BPS', { min: 0, max: 10_000 })
  commissionBps = 1_000;

  /** Rates of tax in the place of those that come with the program: a file as `libs/knowledge/data/vat-rates/standard.json`. */
  @TextVariable('AJUDANT_VAT_RATES', { takes: 'the path of a JSON file' })
  vatRatesFile: string | null = null;

  /** Where it reads reference rates of currencies, a file as the European Central Bank publishes it each working day. */
  @TextVariable('AJUDANT_REFERENCE_RATES', {
    takes: 'a path, or an address such as https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
  })
  ratesSource: string | null = null;

  /** Where VAT ids of the Union are looked up; they are not while it isn't set. */
  @TextVariable('AJUDANT_VIES_URL', {
    takes: 'the address of a REST service, such as https://ec.europa.eu/taxation_customs/vies/rest-api',
    matches: /^https?:\/\/\S+$/,
  })
  viesUrl: string | null = null;

  /** Whether webhooks, calendars and mailboxes may be on the machine itself, unencrypted as well: for development. */
  @ChoiceVariable('AJUDANT_OUTBOUND_LOOPBACK', ['refused', 'allowed'])
  outboundLoopback: 'refused' | 'allowed' = 'refused';

  /** The marketplace's bank account, to which invoices are paid. */
  @TextVariable('AJUDANT_BANK_IBAN', { takes: 'an IBAN', matches: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/ })
  bankIban: string | null = null;

  /** Who holds it. */
  @TextVariable('AJUDANT_BANK_HOLDER', { takes: 'the name of its holder' })
  bankHolder: string | null = null;

  /** The marketplace's own account at Stripe; with it and the secret of the endpoint, invoices can be paid by card. */
  @SecretVariable('AJUDANT_STRIPE_KEY', { minLength: 8 })
  stripeKey: string | null = null;

  /** Of the endpoint to which Stripe sends; two with a blank between while it is changed. */
  @SecretVariable('AJUDANT_STRIPE_WEBHOOK_SECRET', { minLength: 8 })
  stripeWebhookSecret: string | null = null;

  /** Where Stripe is asked: another one than Stripe's own for trials. */
  @TextVariable('AJUDANT_STRIPE_URL', { takes: 'http://… or https://…', matches: /^https?:\/\/[^\s?#]+$/ })
  stripeUrl = 'https://api.stripe.com';
}
