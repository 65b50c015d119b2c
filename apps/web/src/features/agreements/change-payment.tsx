import { Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { typedNumber } from '../../format/typed-number';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { Version } from './agreement-queries';

type Payment = Version['payment'];
const modes = ['by-invoice', 'prepaid', 'on-account'] as const;
type Mode = (typeof modes)[number];

/** Proposes another way to pay: a new version, which both sides have to sign. */
export function ChangePayment({
  agreementId,
  etag,
  version,
}: {
  readonly agreementId: string;
  readonly etag: string;
  readonly version: Version;
}) {
  const t = useText();
  const { currency } = version;
  const before: Mode = version.payment?.mode ?? 'by-invoice';
  const [mode, setMode] = useState<Mode>(before);
  const [limit, setLimit] = useState<number | string>(version.payment?.limit ? majorUnits(version.payment.limit) : '');
  const propose = useAct(
    (payment: Payment) => {
      const { lines, channels, responseTargetMinutes, freeCancellationHours, lateFeeBps } = version;
      const { silenceAcceptsAfterHours, startsOn, endsOn } = version;
      const work = { lines, channels, responseTargetMinutes, freeCancellationHours, lateFeeBps };
      const term = { silenceAcceptsAfterHours, startsOn, endsOn };
      return client.body(
        client.api.PUT('/v1/agreements/{id}/terms', {
          params: { path: { id: agreementId }, header: { 'If-Match': etag } },
          body: { ...work, ...term, payment: payment ?? null },
        }),
      );
    },
    { outdates: [['agreements']] },
  );
  const most = typedNumber(limit);
  const payment: Payment =
    mode === 'by-invoice' ? null : mode === 'prepaid' ? { mode } : { mode, limit: moneyOf(most ?? 0, currency) };
  const isWhole = mode !== 'on-account' || (most !== null && most > 0);
  return (
    <Stack gap="xs" className="not-printed">
      <ProblemNotice problem={propose.error} />
      <Group align="flex-end">
        <Select
          label={t('agreements.change-payment')}
          data={modes.map((value) => ({ value, label: t(`agreements.payment-mode-${value}`) }))}
          value={mode}
          allowDeselect={false}
          onChange={(value) => setMode((value ?? before) as Mode)}
        />
        {mode === 'on-account' ? (
          <NumberInput label={t('agreements.payment-limit', { currency })} min={0} value={limit} onChange={setLimit} />
        ) : null}
        <Button
          variant="default"
          disabled={!isWhole || (mode === before && mode !== 'on-account')}
          loading={propose.isPending}
          onClick={() => propose.mutate(payment)}
        >
          {t('agreements.propose-payment')}
        </Button>
      </Group>
    </Stack>
  );
}
