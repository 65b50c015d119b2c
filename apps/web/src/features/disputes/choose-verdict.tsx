import { Group, NumberInput, Radio, Stack } from '@mantine/core';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { typedNumber } from '../../format/typed-number';
import { useText } from '../../texts/use-text';
import type { Dispute, Verdict } from './dispute-queries';

/** Whether it says all that a verdict has to say. */
export const isWhole = ({ outcome, keeps }: Verdict): boolean =>
  outcome !== 'in-part' || (typeof keeps === 'number' && keeps > 0);

/** What is to become of it. */
export function ChooseVerdict({
  of: { subject, charge },
  label,
  outcomes,
  verdict,
  onChange,
}: {
  readonly of: Pick<Dispute, 'subject' | 'charge'>;
  readonly label: string;
  readonly outcomes: readonly Verdict['outcome'][];
  readonly verdict: Verdict;
  readonly onChange: (verdict: Verdict) => void;
}) {
  const t = useText();
  const { currency } = charge.amount;
  const isMoney = subject.kind === 'invoice';
  const shown = (minor: number): number => (isMoney ? majorUnits({ amountMinor: minor, currency }) : minor);
  const typed = (value: number | string): number | null => {
    const number = typedNumber(value);
    if (number === null) return null;
    return isMoney ? moneyOf(number, currency).amountMinor : Math.round(number);
  };
  const unit = isMoney ? currency : subject.kind === 'time-entry' ? t('disputes.minutes') : (charge.unit ?? '');
  return (
    <Stack gap="sm">
      <Radio.Group
        label={label}
        value={verdict.outcome}
        onChange={(outcome) => onChange({ outcome: outcome as Verdict['outcome'] })}
      >
        <Stack gap="xs" mt="xs">
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome} label={t(`disputes.choose-${outcome}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {verdict.outcome === 'in-part' ? (
        <Group>
          <NumberInput
            label={t('disputes.keeps', { unit })}
            min={0}
            max={shown(charge.measure)}
            allowDecimal={isMoney}
            value={typeof verdict.keeps === 'number' ? shown(verdict.keeps) : ''}
            onChange={(value) => onChange({ outcome: 'in-part', keeps: typed(value) })}
          />
        </Group>
      ) : null}
    </Stack>
  );
}
