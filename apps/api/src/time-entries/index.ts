import type { Feature } from '../feature.js';
import { TimeEntries1796022500000 } from '../migrations/1796022500000-time-entries.js';
import { TimeEntriesModule } from './time-entries.module.js';
import { TimeEntryRow } from './time-entry.row.js';

export const timeEntries: Feature = {
  module: TimeEntriesModule,
  rows: [TimeEntryRow],
  migrations: [TimeEntries1796022500000],
};
