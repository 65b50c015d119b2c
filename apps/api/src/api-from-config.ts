import { readVatRates, vatRates } from '#knowledge/rates';
import type { ApiConfig } from './api-config.js';
import type { ApiSettings } from './api-settings.js';

/** The api's settings as the environment has them. */
export const apiSettingsFrom = (config: ApiConfig, databaseUrl: string, tokenSecret: string): ApiSettings => ({
  databaseUrl,
  databasePoolSize: config.databasePoolSize,
  tokenSecret,
  administrator:
    config.administratorEmail === null || config.administratorPassword === null
      ? null
      : { email: config.administratorEmail, password: config.administratorPassword },
  holdMinutes: config.holdMinutes,
  clearanceMonths: config.clearanceMonths,
  commissionBps: config.commissionBps,
  vatRates: config.vatRatesFile === null ? vatRates() : readVatRates(config.vatRatesFile),
  ratesSource: config.ratesSource,
  viesUrl: config.viesUrl,
  journalCare: config.journalCare,
});
