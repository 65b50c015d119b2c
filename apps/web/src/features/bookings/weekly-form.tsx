import type { components } from '@ajudant/client';
import { Group, Text, TextInput } from '@mantine/core';
import { WeekEditor } from '../../parts/week-editor';
import { zoneName } from '../../parts/zones';
import { useText } from '../../texts/use-text';
import { today } from '../../format/days';
import { typed } from '../../parts/typed';

export type Weekly = components['schemas']['WeeklySlotsDto'];
type Term = Pick<Weekly, 'timeZone' | 'startsOn' | 'endsOn'>;

/** No hours yet, over what is left of a term. */
export function noHoursOf({ timeZone, startsOn, endsOn }: Term): Weekly {
  return { timeZone, weeklyHours: [], startsOn: startsOn > today() ? startsOn : today(), endsOn };
}

/** Hours of each week, from a day to a day of the agreement's term. */
export function WeeklyForm({
  term,
  weekly,
  onChange,
}: {
  readonly term: Term;
  readonly weekly: Weekly;
  readonly onChange: (weekly: Weekly) => void;
}) {
  const t = useText();
  return (
    <>
      <Group>
        <TextInput
          type="date"
          label={t('needs.starts')}
          min={term.startsOn}
          max={term.endsOn}
          {...typed(weekly.startsOn, (startsOn) => onChange({ ...weekly, startsOn }))}
        />
        <TextInput
          type="date"
          label={t('needs.ends')}
          min={weekly.startsOn}
          max={term.endsOn}
          {...typed(weekly.endsOn, (endsOn) => onChange({ ...weekly, endsOn }))}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('needs.hours-says', { zone: zoneName(term.timeZone) })}
      </Text>
      <WeekEditor hours={weekly.weeklyHours} onChange={(weeklyHours) => onChange({ ...weekly, weeklyHours })} />
    </>
  );
}
