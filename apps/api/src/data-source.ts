import { type MigrationSettings, runMigrations } from '#platform/database';
import { features } from './features.js';
import { Messaging1795380000000 } from './migrations/1795380000000-messaging.js';
import { JournalVerification1795390220000 } from './migrations/1795390220000-journal-verification.js';

/** TypeORM runs them in the order of the instants in their names. */
export const apiMigrations = [
  Messaging1795380000000,
  JournalVerification1795390220000,
  ...features.flatMap((feature) => feature.migrations ?? []),
];

export const apiRows = features.flatMap((feature) => feature.rows ?? []);

/** Brings the schema `api` up to date, as its owner. Returns the names of the migrations that ran. */
export const migrateApi = (urls: Pick<MigrationSettings, 'ownerUrl' | 'appUrl'>): Promise<string[]> =>
  runMigrations({ schema: 'api', migrations: apiMigrations, ...urls });
