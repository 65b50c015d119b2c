import type { HolidayCalendarDto } from '#contracts';
import { demand, type FieldPath, type HolidayCalendar } from '#domain';
import { isKnownCalendar } from '#knowledge/holidays';

/** @throws DomainError `holidays.unknown-calendar` */
export function holidayCalendar({ countryCode, regionCode }: HolidayCalendarDto, at: FieldPath): HolidayCalendar {
  const calendar = { countryCode, regionCode: regionCode ?? null };
  demand(isKnownCalendar(calendar), 'holidays.unknown-calendar', { at, ...calendar });
  return calendar;
}
