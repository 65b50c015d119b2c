import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { today } from '../../format/days';
import { PriceInput } from '../../parts/price-input';
import { typedNumber } from '../../format/typed-number';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { commissionQuery } from '../money/money-queries';

type Schedule = components['schemas']['CommissionScheduleDto'];

const mostTiers = 10;
const currency = 'EUR';
/** What is typed of a tier: whole units of the currency, and percent. */
interface Tier {
  readonly from: number;
  readonly percent: number;
}

/** What is taken of an agency's work now, and from a day on; more for little, less for much. */
export function CommissionOf({ agencyId }: { readonly agencyId: string }) {
  const t = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({ ...commissionQuery(agencyId), enabled: isOpen });
  if (!isOpen) {
    return (
      <Group mt="sm">
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
          {t('money.commission')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="sm" mt="sm" component="section" aria-label={t('money.commission')}>
      <ProblemNotice problem={error} />
      {data === undefined ? null : (
        <>
          <Text size="sm">
            {t('money.commission-now', { share: format.share(data.bps / 10_000), volume: format.money(data.volume) })}
          </Text>
          <Decide agencyId={agencyId} now={data.bps} />
        </>
      )}
    </Stack>
  );
}

function Decide({ agencyId, now }: { readonly agencyId: string; readonly now: number }) {
  const t = useText();
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [tiers, setTiers] = useState<readonly Tier[]>([{ from: 0, percent: now / 100 }]);
  const decide = useAct(
    (schedule: Schedule, key) =>
      client.body(
        client.api.POST('/v1/admin/agencies/{id}/commission-schedules', {
          params: { path: { id: agencyId }, header: { 'Idempotency-Key': key } },
          body: schedule,
        }),
      ),
    { outdates: [['money']] },
  );
  const wrong = useFieldProblems()(decide.error);
  const change = (place: number, part: Partial<Tier>): void =>
    setTiers(tiers.map((tier, at) => (at === place ? { ...tier, ...part } : tier)));
  return (
    <>
      <ProblemNotice problem={decide.error} />
      <TextInput
        type="date"
        maw={200}
        label={t('administration.commission-from')}
        min={today()}
        value={effectiveOn}
        error={wrong['effectiveOn']}
        onChange={(event) => setEffectiveOn(event.currentTarget.value)}
      />
      {tiers.map(({ from, percent }, place) => (
        <Group key={place} align="flex-end">
          <PriceInput
            w={180}
            label={t('administration.commission-above')}
            currency={currency}
            disabled={place === 0}
            value={from}
            error={wrong[`tiers.${place}.fromMinor`]}
            onChange={(value) => {
              const typed = typedNumber(value);
              if (typed !== null) change(place, { from: typed });
            }}
          />
          <NumberInput
            w={120}
            label={t('administration.commission-share')}
            suffix=" %"
            min={0}
            max={100}
            decimalScale={2}
            value={percent}
            error={wrong[`tiers.${place}.bps`]}
            onChange={(value) => {
              const typed = typedNumber(value);
              if (typed !== null) change(place, { percent: typed });
            }}
          />
        </Group>
      ))}
      <Group>
        {tiers.length < mostTiers ? (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => setTiers([...tiers, { from: tiers.at(-1)!.from + 10_000, percent: tiers.at(-1)!.percent }])}
          >
            {t('administration.commission-more')}
          </Button>
        ) : null}
        <Button
          variant="default"
          disabled={effectiveOn === ''}
          loading={decide.isPending}
          onClick={() =>
            decide.mutate({
              effectiveOn,
              currency,
              tiers: tiers.map(({ from, percent }) => ({
                fromMinor: Math.round(from * 100),
                bps: Math.round(percent * 100),
              })),
            })
          }
        >
          {t('administration.commission-decide')}
        </Button>
      </Group>
      {decide.isSuccess ? <Text role="status">{t('words.saved')}</Text> : null}
    </>
  );
}
