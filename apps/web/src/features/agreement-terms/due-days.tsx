import { Group, NativeSelect, NumberInput } from '@mantine/core';
import { typedNumber } from '../../format/typed-number';
import { useFormat } from '../../format/use-format';
import { Chips } from '../../parts/chips';
import { useText } from '../../texts/use-text';
import { lastWorkingDay, partsOfRule, ruleInWords, ruleWeekdays } from '../agreements/due-rule';
import type { Line } from './terms-draft';

interface DueDaysProps {
  readonly line: Line;
  readonly problem: string | undefined;
  /** Null where it is due at the end of each week or month of the term. */
  readonly onChange: (rule: string | null) => void;
}

/** On which days of the week, or of the month, a line is due. */
export function DueDays(props: DueDaysProps) {
  if (props.line.cadence === 'once' || props.line.asNeeded) return null;
  return props.line.cadence === 'weekly' ? <DaysOfWeek {...props} /> : <DayOfMonth {...props} />;
}

function DaysOfWeek({ line: { rule }, problem, onChange }: DueDaysProps) {
  const t = useText();
  const format = useFormat();
  const part = partsOfRule(rule ?? '');
  const days = part('BYDAY') as (typeof ruleWeekdays)[number][];
  const interval = Number(part('INTERVAL')[0] ?? 1);
  const write = (chosen: readonly string[], every: number): void => {
    const inOrder = ruleWeekdays.filter((day) => chosen.includes(day));
    const often = every === 1 ? '' : `;INTERVAL=${every}`;
    onChange(inOrder.length === 0 ? null : `FREQ=WEEKLY${often};BYDAY=${inOrder.join(',')}`);
  };
  return (
    <Group gap="md" align="flex-end">
      <Chips
        label={t('agreement-terms.due-on')}
        description={t('agreement-terms.due-on-week-says')}
        problem={problem}
        values={days}
        choices={ruleWeekdays.map((value, place) => ({ value, label: format.weekday(place + 1, 'short') }))}
        onChange={(chosen) => write(chosen, interval)}
      />
      {days.length === 0 ? null : (
        <NumberInput
          w={180}
          min={1}
          max={52}
          allowDecimal={false}
          label={t('agreement-terms.every-weeks')}
          value={interval}
          onChange={(value) => {
            const every = typedNumber(value);
            if (every !== null) write(days, every);
          }}
        />
      )}
    </Group>
  );
}

/** So that each month has it. */
const daysOfEveryMonth = 28;
const ofMonth = (day: number): string => `FREQ=MONTHLY;BYMONTHDAY=${day}`;

function DayOfMonth({ line: { rule }, problem, onChange }: DueDaysProps) {
  const t = useText();
  const format = useFormat();
  const rules = [
    ofMonth(-1),
    lastWorkingDay,
    ...Array.from({ length: daysOfEveryMonth }, (_, day) => ofMonth(day + 1)),
  ];
  // What is agreed may be another one, which stays.
  const all = rule && !rules.includes(rule) ? [rule, ...rules] : rules;
  return (
    <NativeSelect
      maw={480}
      label={t('agreement-terms.due-on')}
      error={problem}
      value={rule ?? ''}
      data={[
        { value: '', label: t('agreement-terms.due-on-month-says') },
        ...all.map((value) => ({ value, label: ruleInWords(value, t, format) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  );
}
