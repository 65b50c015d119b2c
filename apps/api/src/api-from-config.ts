import { readVatRates, vatRates } from '#knowledge/rates';
import { type FileStore, FolderFiles, S3Files } from '#platform/files';
import { MailFolder, type MailTransport, SmtpMails } from '#platform/mail';
import path from 'node:path';
import type { ApiConfig } from './api-config.js';
import type { ApiSettings } from './api-settings.js';

/** Where mail is put that no server takes. */
const mailFolderOf = ({ dataDir }: ApiConfig): string => path.resolve(dataDir, 'mails');

const mailTransportOf = (config: ApiConfig): MailTransport =>
  config.smtpUrl === null
    ? new MailFolder(mailFolderOf(config))
    : new SmtpMails({ url: config.smtpUrl, from: config.mailFrom });

const fileStoreOf = ({
  dataDir,
  filesUrl: url,
  filesRegion: region,
  filesKeyId: keyId,
  filesSecret: secret,
}: ApiConfig): FileStore =>
  url === null || keyId === null || secret === null
    ? new FolderFiles(path.resolve(dataDir, 'files'))
    : new S3Files({ url, region, keyId, secret });

/**
 * Where the page is that the service itself serves: right for who reads mails out of a folder on the same machine. What goes out by a
 * server leads nowhere unless somebody says where.
 */
function ownAddressOf({ smtpUrl, httpHost, httpPort }: ApiConfig): string | null {
  if (smtpUrl !== null || httpPort === 0) return null;
  const host = ['0.0.0.0', '::'].includes(httpHost) ? 'localhost' : httpHost;
  return `http://${host.includes(':') ? `[${host}]` : host}:${httpPort}`;
}

/** The api's settings as the environment has them. */
export const apiSettingsFrom = (config: ApiConfig, databaseUrl: string, tokenSecret: string): ApiSettings => ({
  databaseUrl,
  databasePoolSize: config.databasePoolSize,
  tokenSecret,
  credentialsKey: config.credentialsKey,
  administrator:
    config.administratorEmail === null || config.administratorPassword === null
      ? null
      : { email: config.administratorEmail, password: config.administratorPassword },
  mail: {
    transport: mailTransportOf(config),
    webUrl: config.webUrl ?? ownAddressOf(config),
    inboundDomain: config.inboundMailDomain,
    mustConfirm: config.confirmAddresses === 'auto' ? config.smtpUrl !== null : config.confirmAddresses === 'yes',
  },
  files: { store: fileStoreOf(config), spoolFolder: path.resolve(config.dataDir, 'files-on-their-way') },
  holdMinutes: config.holdMinutes,
  clearanceMonths: config.clearanceMonths,
  commissionBps: config.commissionBps,
  vatRates: config.vatRatesFile === null ? vatRates() : readVatRates(config.vatRatesFile),
  ratesSource: config.ratesSource,
  viesUrl: config.viesUrl,
  outbound: { loopback: config.outboundLoopback },
  bankAccount:
    config.bankIban === null || config.bankHolder === null
      ? null
      : { iban: config.bankIban, holder: config.bankHolder },
  stripe:
    config.stripeKey === null || config.stripeWebhookSecret === null
      ? null
      : { key: config.stripeKey, webhookSecret: config.stripeWebhookSecret, url: config.stripeUrl },
  journalCare: config.journalCare,
});
