import type { components } from '@ajudant/client';
import { Group, Select } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { client } from '../api/client';
import { useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';

export type HolidayCalendar = components['schemas']['HolidayCalendarDto'];

/** The countries whose public holidays are known, and their regions. */
const calendarsQuery = queryOptions({
  queryKey: ['holiday-calendars'],
  staleTime: Infinity,
  queryFn: () => client.body(client.api.GET('/v1/holiday-calendars')),
});

/** Whose public holidays count: of a country, or of a region of it; null for nobody's. */
export function HolidaysField({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: HolidayCalendar | null;
  readonly onChoose: (chosen: HolidayCalendar | null) => void;
}) {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery(calendarsQuery);
  const calendars = data?.items ?? [];
  const regions = calendars.find(({ countryCode }) => countryCode === chosen?.countryCode)?.regions ?? [];
  return (
    <Group align="flex-end">
      <Select
        label={label}
        placeholder={t('words.no-holidays')}
        clearable
        searchable
        data={calendars.map(({ countryCode }) => ({ value: countryCode, label: format.country(countryCode) }))}
        value={chosen?.countryCode ?? null}
        onChange={(countryCode) => onChoose(countryCode === null ? null : { countryCode, regionCode: null })}
      />
      {chosen === null || regions.length === 0 ? null : (
        <Select
          label={t('words.region')}
          clearable
          searchable
          data={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={chosen.regionCode ?? null}
          onChange={(regionCode) => onChoose({ countryCode: chosen.countryCode, regionCode })}
        />
      )}
    </Group>
  );
}
