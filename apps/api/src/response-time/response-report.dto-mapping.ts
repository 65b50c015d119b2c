import type { ResponseHoursDto, ResponseReportDto } from '#contracts';
import type { ResponseReport } from '#domain';
import type { KeptHours } from './response-hours.store.js';

/** Of a time, what doesn't show in the figures. */
export interface PeriodCounts {
  readonly automatic: number;
  readonly reopened: number;
  readonly unanswered: number;
  readonly waiting: number;
}

export const hoursDto = ({ hours, version }: KeptHours): ResponseHoursDto => ({
  timeZone: hours.timeZone,
  weeklyHours: [...hours.weeklyHours],
  closedOn: [...hours.closedOn],
  holidays: hours.holidays ? { ...hours.holidays } : null,
  isSet: version > 1,
  version,
});

export const reportDto = (
  engagementId: string,
  kept: KeptHours,
  { baseline, since, change, weeks }: ResponseReport,
  counts: PeriodCounts,
): ResponseReportDto => ({
  engagementId,
  hours: hoursDto(kept),
  isBeingMeasured: kept.measuring,
  baseline,
  since: { ...since, ...counts },
  change,
  weeks: [...weeks],
});
