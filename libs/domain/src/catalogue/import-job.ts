import { every } from '../every.js';
import { demand } from '../policy.js';

export type ImportJobStatus = 'asked' | 'working' | 'done' | 'failed' | 'cancelled';
export const importJobStatuses = every<ImportJobStatus>({
  asked: true,
  working: true,
  done: true,
  failed: true,
  cancelled: true,
});

/** Imports that wait or are being worked on, of all sources. */
const mostUnderWay = 5;

/** @throws DomainError `catalogue-import.too-many` */
export const assertMayAskImport = (underWay: number): void =>
  demand(underWay < mostUnderWay, 'catalogue-import.too-many', { atMost: mostUnderWay });

/** @throws DomainError `catalogue-import.over` */
export const assertImportUnderWay = (status: ImportJobStatus): void =>
  demand(status === 'asked' || status === 'working', 'catalogue-import.over', { status });
