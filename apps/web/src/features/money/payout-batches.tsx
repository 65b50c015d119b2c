import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { CurrencyField } from '../../parts/currency-field';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { CameBack } from './came-back';
import { batchesQuery, type Payout, type PayoutBatch } from './money-queries';
import { PayoutStatus } from './payout-status';

const outdates = [['money']] as const;

/** What goes out to agencies: made, given to the bank as a file, noted as sent. */
export function PayoutBatches() {
  const t = useText();
  const batches = useInfiniteQuery(batchesQuery);
  const [currency, setCurrency] = useState('EUR');
  const make = useAct(
    (of: string, key) =>
      client.body(
        client.api.POST('/v1/admin/payout-batches', {
          params: { header: { 'Idempotency-Key': key } },
          body: { currency: of },
        }),
      ),
    { outdates },
  );
  return (
    <Section title={t('money.payouts')}>
      <Stack gap="sm">
        <Group align="flex-end">
          <CurrencyField value={currency} onTyped={setCurrency} />
          <Button loading={make.isPending} onClick={() => make.mutate(currency)}>
            {t('money.make-payouts')}
          </Button>
        </Group>
        <ProblemNotice problem={make.error} />
        <EndlessList query={batches} rowHeight={180} empty={<EmptyState says={t('money.no-payouts')} />}>
          {(batch) => <Batch batch={batch} />}
        </EndlessList>
      </Stack>
    </Section>
  );
}

function Batch({ batch }: { readonly batch: PayoutBatch }) {
  const t = useText();
  const format = useFormat();
  const send = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/admin/payout-batches/{id}/sending', {
          params: { path: { id: batch.id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates },
  );
  return (
    <Card withBorder padding="md" mb="sm">
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>{t('money.batch', { on: format.dayOf(batch.madeAt), currency: batch.currency })}</Text>
          <Group gap="xs">
            {batch.payouts.some(({ account }) => account !== null) ? (
              <Button
                component="a"
                size="xs"
                variant="default"
                href={`/v1/admin/payout-batches/${batch.id}/pain.001`}
                download={`${batch.id}.xml`}
              >
                {t('money.bank-file')}
              </Button>
            ) : null}
            {batch.sentAt === null ? (
              <Button size="xs" loading={send.isPending} onClick={() => send.mutate()}>
                {t('money.note-sent')}
              </Button>
            ) : null}
          </Group>
        </Group>
        <ProblemNotice problem={send.error} />
        {batch.payouts.map((payout) => (
          <BatchPayout key={payout.id} payout={payout} isSent={batch.sentAt !== null} />
        ))}
      </Stack>
    </Card>
  );
}

function BatchPayout({ payout, isSent }: { readonly payout: Payout; readonly isSent: boolean }) {
  const isNothing = payout.total.amountMinor === 0;
  const t = useText();
  const format = useFormat();
  const back = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/admin/payouts/{id}/return', {
          params: { path: { id: payout.id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates },
  );
  const callOff = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/admin/payouts/{id}/calling-off', {
          params: { path: { id: payout.id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates },
  );
  return (
    <Group justify="space-between">
      <Text size="sm">
        {payout.account?.holder ?? t(isNothing ? 'money.comes-to-nothing' : 'money.payment-account')} ·{' '}
        {format.money(payout.total)}
      </Text>
      <Group gap="xs">
        <PayoutStatus payout={payout} />
        {payout.status === 'sent' && payout.account !== null ? (
          <Button size="xs" variant="subtle" loading={back.isPending} onClick={() => back.mutate()}>
            {t('money.came-back')}
          </Button>
        ) : null}
      </Group>
      {payout.status === 'made' && (payout.fault !== null || !isSent) ? (
        <Group gap="xs">
          {payout.fault === null ? null : (
            <Text size="sm" c="dimmed">
              {t('money.service-fault', { fault: payout.fault })}
            </Text>
          )}
          <Button size="xs" variant="subtle" loading={callOff.isPending} onClick={() => callOff.mutate()}>
            {t('money.call-off')}
          </Button>
        </Group>
      ) : null}
      <CameBack amount={payout.cameBack} />
      <ProblemNotice problem={back.error ?? callOff.error} />
    </Group>
  );
}
