import {
  ActionIcon,
  Card,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { PriceInput } from '../../parts/price-input';
import { typedNumber } from '../../format/typed-number';
import { useText } from '../../texts/use-text';
import type { Duty } from '../catalogue/use-catalogue';
import { DueDays } from './due-days';
import type { Line } from './terms-draft';

const cadences = ['weekly', 'monthly', 'once'] as const;
const modes = ['acts', 'prepares'] as const;
const parties = ['assistant', 'business'] as const;
const steps = [1, 5, 6, 10, 12, 15, 20, 30, 60] as const;
const usualStep = 15;

/** One duty as both would sign it: what it is, when it is done, how much, who answers for it, and its price. */
export function LineEditor({
  line,
  duty,
  keepsCadence,
  problemAt,
  onChange,
  onRemove,
}: {
  readonly line: Line;
  /** As the catalogue has it. */
  readonly duty: Duty | undefined;
  /** Whether its cadence is agreed, and stays. */
  readonly keepsCadence: boolean;
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (line: Line) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
}) {
  const t = useText();
  const [accountable] = line.accountable;
  const party = accountable?.party ?? 'assistant';
  const { currency } = line.unitPrice;
  const answers = (chosen: (typeof parties)[number]): void =>
    onChange(
      // What the business does itself has no price.
      chosen === 'business'
        ? { ...line, accountable: [{ party: 'business' }], unitPrice: { amountMinor: 0, currency } }
        : { ...line, accountable: [{ party: 'assistant' }] },
    );
  return (
    <Card withBorder padding="md" component="section" aria-label={line.description}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600}>{duty?.label ?? line.dutyCode}</Text>
          {onRemove === null ? null : (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ask.remove', { duty: line.description })}
              onClick={onRemove}
            >
              ✕
            </ActionIcon>
          )}
        </Group>
        <TextInput
          label={t('agreement-terms.description')}
          maxLength={300}
          value={line.description}
          error={problemAt('description')}
          onChange={(event) => onChange({ ...line, description: event.currentTarget.value })}
        />
        <Textarea
          label={t('agreement-terms.done-when')}
          autosize
          maxLength={500}
          value={line.doneCriterion}
          error={problemAt('doneCriterion')}
          onChange={(event) => onChange({ ...line, doneCriterion: event.currentTarget.value })}
        />
        <Checkbox
          label={t('agreement-terms.as-needed')}
          checked={Boolean(line.asNeeded)}
          onChange={(event) =>
            onChange({ ...line, rule: null, asNeeded: event.currentTarget.checked ? { stepMinutes: usualStep } : null })
          }
        />
        <Group gap="sm" align="flex-start">
          <NumberInput
            w={120}
            min={1}
            max={10_000}
            allowDecimal={false}
            label={t(line.asNeeded ? 'agreement-terms.most-hours' : 'ask.volume')}
            value={line.volume}
            error={problemAt('volume')}
            onChange={(value) => {
              const volume = typedNumber(value);
              if (volume !== null) onChange({ ...line, volume });
            }}
          />
          {line.asNeeded ? (
            <NativeSelect
              label={t('agreement-terms.step')}
              value={String(line.asNeeded.stepMinutes)}
              data={steps.map((step) => ({ value: String(step), label: t('agreement-terms.minutes', { step }) }))}
              onChange={(event) =>
                onChange({
                  ...line,
                  asNeeded: {
                    ...line.asNeeded,
                    stepMinutes: Number(event.currentTarget.value) as (typeof steps)[number],
                  },
                })
              }
            />
          ) : (
            <TextInput
              label={t('agreement-terms.unit')}
              maxLength={80}
              value={line.unit}
              error={problemAt('unit')}
              onChange={(event) => onChange({ ...line, unit: event.currentTarget.value })}
            />
          )}
          <NativeSelect
            label={t('ask.cadence')}
            disabled={keepsCadence}
            value={line.cadence}
            data={cadences.map((cadence) => ({ value: cadence, label: t(`words.cadence-${cadence}`) }))}
            onChange={(event) =>
              onChange({ ...line, cadence: event.currentTarget.value as Line['cadence'], rule: null })
            }
          />
          <PriceInput
            w={140}
            currency={currency}
            disabled={party === 'business'}
            label={t(line.asNeeded ? 'agreement-terms.price-of-hour' : 'agreement-terms.price')}
            value={majorUnits(line.unitPrice)}
            error={problemAt('unitPrice')}
            onChange={(value) => {
              const price = typedNumber(value);
              if (price !== null) onChange({ ...line, unitPrice: moneyOf(price, currency) });
            }}
          />
        </Group>
        {keepsCadence ? null : (
          <DueDays line={line} problem={problemAt('rule')} onChange={(rule) => onChange({ ...line, rule })} />
        )}
        {line.asNeeded ? (
          <PackEditor line={line} asNeeded={line.asNeeded} problem={problemAt('asNeeded')} onChange={onChange} />
        ) : null}
        <Group gap="sm" align="flex-start">
          <NativeSelect
            label={t('agreements.answerable')}
            value={party}
            data={parties.map((each) => ({ value: each, label: t(`agreements.party-${each}`) }))}
            error={problemAt('accountable')}
            onChange={(event) => answers(event.currentTarget.value as (typeof parties)[number])}
          />
          {party === 'business' ? (
            <TextInput
              label={t('agreement-terms.person')}
              maxLength={120}
              value={accountable?.personName ?? ''}
              onChange={(event) => {
                const personName = event.currentTarget.value;
                onChange({ ...line, accountable: [personName === '' ? { party } : { party, personName }] });
              }}
            />
          ) : (
            <NativeSelect
              label={t('agreement-terms.mode')}
              value={line.mode ?? duty?.mode ?? 'acts'}
              data={modes.map((mode) => ({
                value: mode,
                label: t(`agreements.mode-${mode}`),
                // What the catalogue has prepared only is never brought to its end.
                disabled: mode === 'acts' && duty?.mode === 'prepares',
              }))}
              onChange={(event) => onChange({ ...line, mode: event.currentTarget.value as (typeof modes)[number] })}
            />
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** Whether the hours of each period are paid ahead, and how many stay when nobody used them. */
function PackEditor({
  line,
  asNeeded,
  problem,
  onChange,
}: {
  readonly line: Line;
  readonly asNeeded: NonNullable<Line['asNeeded']>;
  readonly problem: string | undefined;
  readonly onChange: (line: Line) => void;
}) {
  const t = useText();
  const write = (pack: NonNullable<Line['asNeeded']>['pack']): void =>
    onChange({ ...line, asNeeded: { stepMinutes: asNeeded.stepMinutes, ...(pack && { pack }) } });
  return (
    <Group gap="sm" align="flex-end">
      <Checkbox
        label={t('agreement-terms.pack')}
        checked={Boolean(asNeeded.pack)}
        onChange={(event) => write(event.currentTarget.checked ? { carryOverHours: 0 } : null)}
      />
      {asNeeded.pack ? (
        <NumberInput
          w={220}
          min={0}
          max={line.volume}
          allowDecimal={false}
          label={t('agreement-terms.carry-over')}
          value={asNeeded.pack.carryOverHours}
          error={problem}
          onChange={(value) => {
            const carryOverHours = typedNumber(value);
            if (carryOverHours !== null) write({ carryOverHours });
          }}
        />
      ) : null}
    </Group>
  );
}
