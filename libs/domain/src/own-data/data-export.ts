import { every } from '../every.js';
import { demand } from '../policy.js';
import { dayMs, instantMs, instantOf } from '../time/instant.js';

export type DataExportStatus = 'asked' | 'making' | 'ready' | 'failed' | 'cancelled';
export const dataExportStatuses = every<DataExportStatus>({
  asked: true,
  making: true,
  ready: true,
  failed: true,
  cancelled: true,
});

/** Whose data: what is known of the person who asks, or what is her organisation's. */
export type DataOwner = 'person' | 'organisation';

/** Archives that one person may have asked for at a time. */
const mostAtATime = 3;
/** So long an archive waits to be fetched; what is in it stays where it is. */
const keptDays = 7;

/** @param kept archives that are under way or wait @throws DomainError `data-export.too-many` */
export const assertMayExport = (kept: number): void =>
  demand(kept < mostAtATime, 'data-export.too-many', { atMost: mostAtATime });

/** @throws DomainError `data-export.over` */
export const assertExportCancellable = (status: DataExportStatus): void =>
  demand(status === 'asked' || status === 'making', 'data-export.over', { status });

/** When an archive goes that was asked for at an instant. */
export const exportGoesAt = (askedAt: string): string => instantOf(instantMs(askedAt) + keptDays * dayMs);
