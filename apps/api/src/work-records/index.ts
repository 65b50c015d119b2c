import type { Feature } from '../feature.js';
import { Engagements1795390150000 } from '../migrations/1795390150000-engagements.js';
import { EngagementTerms1795390200000 } from '../migrations/1795390200000-engagement-terms.js';
import { CarriedRuns1796009698000 } from '../migrations/1796009698000-carried-runs.js';
import { Absences1796025100000 } from '../migrations/1796025100000-absences.js';
import { WorkOfAssistants1796048900000 } from '../migrations/1796048900000-work-of-assistants.js';
import { RunsCountedByColumn1796069520000 } from '../migrations/1796069520000-runs-counted-by-column.js';
import { RunsByDueTime1796083814000 } from '../migrations/1796083814000-runs-by-due-time.js';
import { ScopeAskedOnce1796104924000 } from '../migrations/1796104924000-scope-asked-once.js';
import { AbsenceRow } from './absence.row.js';
import { DutyRunRow } from './duty-run.row.js';
import { EngagementRow } from './engagement.row.js';
import { WorkRecordsModule } from './work-records.module.js';

export const workRecords: Feature = {
  module: WorkRecordsModule,
  rows: [AbsenceRow, DutyRunRow, EngagementRow],
  migrations: [
    Engagements1795390150000,
    EngagementTerms1795390200000,
    CarriedRuns1796009698000,
    Absences1796025100000,
    WorkOfAssistants1796048900000,
    RunsCountedByColumn1796069520000,
    RunsByDueTime1796083814000,
    ScopeAskedOnce1796104924000,
  ],
};
