import { Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { PriceInput } from '../../parts/price-input';
import { typedNumber } from '../../format/typed-number';
import { Chips } from '../../parts/chips';
import { HolidaysField } from '../../parts/holidays-field';
import { useText } from '../../texts/use-text';
import type { TermsDraft } from './terms-draft';

const channels = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;

/** Each figure as somebody types it: in which unit, how many of the API's that is, and the most. */
export const figures = [
  { name: 'responseTargetMinutes', text: 'agreements.answers-within', unit: 'h', per: 60, most: 168 },
  { name: 'freeCancellationHours', text: 'agreements.free-until', unit: 'h', per: 1, most: 720 },
  { name: 'lateFeeBps', text: 'agreements.late-fee', unit: '%', per: 100, most: 100 },
  { name: 'silenceAcceptsAfterHours', text: 'agreements.silence', unit: 'h', per: 1, most: 720 },
] as const;

/** What holds for all duties: from when to when, by which channels, how soon, and how it ends. */
export function GeneralTerms({
  terms,
  currency,
  keepsStart,
  problemAt,
  onChange,
}: {
  readonly terms: TermsDraft;
  readonly currency: string;
  /** Whether the term has its first day, and keeps it. */
  readonly keepsStart: boolean;
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (terms: TermsDraft) => void;
}) {
  const t = useText();
  return (
    <Stack gap="md">
      <Group align="flex-start">
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            required
            disabled={name === 'startsOn' && keepsStart}
            label={t(name === 'startsOn' ? 'needs.starts' : 'needs.ends')}
            value={terms[name]}
            error={problemAt(name)}
            onChange={(event) => onChange({ ...terms, [name]: event.currentTarget.value })}
          />
        ))}
      </Group>
      <Chips
        label={t('agreements.channels')}
        description={t('needs.channels-says')}
        max={2}
        values={terms.channels}
        choices={channels.map((channel) => ({ value: channel, label: t(`words.channel-${channel}`) }))}
        problem={problemAt('channels')}
        onChange={(chosen) => onChange({ ...terms, channels: chosen })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {figures.map(({ name, text, unit, per, most }) => (
          <NumberInput
            key={name}
            label={t(text)}
            suffix={` ${unit}`}
            min={0}
            max={most}
            decimalScale={per === 1 ? 0 : 2}
            value={terms[name] / per}
            error={problemAt(name)}
            onChange={(value) => {
              const typed = typedNumber(value);
              if (typed !== null) onChange({ ...terms, [name]: Math.round(typed * per) });
            }}
          />
        ))}
        <PriceInput
          label={t('agreement-terms.hour')}
          description={t('agreement-terms.hour-says')}
          currency={currency}
          value={terms.hourlyRate === null ? '' : majorUnits(terms.hourlyRate)}
          error={problemAt('hourlyRate')}
          onChange={(value) => {
            const typed = typedNumber(value);
            if (typed !== null) onChange({ ...terms, hourlyRate: moneyOf(typed, currency) });
          }}
        />
        <NumberInput
          label={t('agreements.notice')}
          description={t('agreement-terms.notice-says')}
          suffix={` ${t('agreement-terms.days')}`}
          min={0}
          max={90}
          allowDecimal={false}
          value={terms.noticeDays}
          error={problemAt('noticeDays')}
          onChange={(value) => {
            const noticeDays = typedNumber(value);
            if (noticeDays !== null) onChange({ ...terms, noticeDays });
          }}
        />
      </SimpleGrid>
      <HolidaysField
        label={t('agreements.holidays')}
        chosen={terms.holidays}
        onChoose={(holidays) => onChange({ ...terms, holidays })}
      />
    </Stack>
  );
}
