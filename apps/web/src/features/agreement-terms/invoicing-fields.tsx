import { ActionIcon, Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { PriceInput } from '../../parts/price-input';
import { typedNumber } from '../../format/typed-number';
import { useText } from '../../texts/use-text';
import { type Invoicing, usualInvoicing } from '../agreements/usual-invoicing';

const mostDaysToPay = 60;
const mostReminders = 3;
/** After which day, at the latest, somebody is reminded. */
const lastReminderDay = 180;
/** In the agreement's currency, as the law of late payment has it. */
const mostFee = 40;
/** From one reminder to the next, until somebody says otherwise. */
const usualPause = 7;

/** How long there is to pay, who is reminded when and at what cost, and who writes the invoices. */
export function InvoicingFields({
  invoicing,
  currency,
  problemAt,
  onChange,
}: {
  /** Null where nothing is agreed on it. */
  readonly invoicing: Invoicing | null;
  readonly currency: string;
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (invoicing: Invoicing) => void;
}) {
  const t = useText();
  const said = invoicing ?? usualInvoicing;
  const { reminders } = said;
  const last = reminders.at(-1)?.afterDays ?? 0;
  const change = (changes: Partial<Invoicing>): void => onChange({ ...said, ...changes });
  const changeStep = (index: number, changes: Partial<Invoicing['reminders'][number]>): void =>
    change({ reminders: reminders.map((step, at) => (at === index ? { ...step, ...changes } : step)) });
  return (
    <Stack gap="md">
      <NumberInput
        maw={240}
        label={t('agreements.to-pay')}
        description={t('agreement-terms.to-pay-says')}
        suffix={` ${t('agreement-terms.days')}`}
        min={0}
        max={mostDaysToPay}
        allowDecimal={false}
        value={said.daysToPay}
        error={problemAt('invoicing.daysToPay')}
        onChange={(value) => {
          const daysToPay = typedNumber(value);
          if (daysToPay !== null) change({ daysToPay });
        }}
      />
      {reminders.map(({ afterDays, feeMinor }, index) => (
        <Group
          key={index}
          align="flex-end"
          role="group"
          aria-label={t('agreement-terms.reminder', { number: index + 1 })}
        >
          <NumberInput
            w={180}
            label={t('agreement-terms.reminder-after')}
            suffix={` ${t('agreement-terms.days')}`}
            min={1}
            max={lastReminderDay}
            allowDecimal={false}
            value={afterDays}
            error={problemAt(`invoicing.reminders.${index}.afterDays`)}
            onChange={(value) => {
              const days = typedNumber(value);
              if (days !== null) changeStep(index, { afterDays: days });
            }}
          />
          <PriceInput
            w={140}
            label={t('agreement-terms.reminder-fee')}
            currency={currency}
            max={mostFee}
            value={majorUnits({ amountMinor: feeMinor, currency })}
            error={problemAt(`invoicing.reminders.${index}.feeMinor`)}
            onChange={(value) => {
              const fee = typedNumber(value);
              if (fee !== null) changeStep(index, { feeMinor: moneyOf(fee, currency).amountMinor });
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={t('agreement-terms.reminder-remove', { number: index + 1 })}
            onClick={() => change({ reminders: reminders.filter((_, at) => at !== index) })}
          >
            ✕
          </ActionIcon>
        </Group>
      ))}
      <Group gap="sm">
        {reminders.length === 0 ? <Text size="sm">{t('agreement-terms.nobody-is-reminded')}</Text> : null}
        {reminders.length < mostReminders && last < lastReminderDay ? (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() =>
              change({
                reminders: [...reminders, { afterDays: Math.min(last + usualPause, lastReminderDay), feeMinor: 0 }],
              })
            }
          >
            {t('agreement-terms.reminder-add')}
          </Button>
        ) : null}
      </Group>
      <Checkbox
        label={t('agreement-terms.self-billing')}
        description={t('agreement-terms.self-billing-says')}
        checked={said.selfBilling}
        onChange={(event) => change({ selfBilling: event.currentTarget.checked })}
      />
    </Stack>
  );
}
