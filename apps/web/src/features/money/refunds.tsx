import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { typedNumber } from '../../format/typed-number';
import { type Money, useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { UndoButton } from '../../parts/undo-button';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { type Refund, refundsQuery } from './money-queries';
import { RefundStatus } from './refund-status';

const outdates = [['money']] as const;

/** What the business gets back of its unused money; its owners ask for it. */
export function Refunds({ prepaid }: { readonly prepaid: readonly Money[] }) {
  const t = useText();
  const session = useOwnSession();
  const refunds = useInfiniteQuery(refundsQuery);
  const unused = prepaid.filter(({ amountMinor }) => amountMinor > 0);
  return (
    <Section title={t('money.refunds')}>
      <Stack gap="sm">
        {hasRole(session, 'business.owner')
          ? unused.map((most) => <AskRefund key={most.currency} most={most} />)
          : null}
        <EndlessList query={refunds} rowHeight={72} empty={<EmptyState says={t('money.no-refunds')} />}>
          {(refund) => <OwnRefund refund={refund} />}
        </EndlessList>
      </Stack>
    </Section>
  );
}

function AskRefund({ most }: { readonly most: Money }) {
  const t = useText();
  const [amount, setAmount] = useState<number | string>(majorUnits(most));
  const [holder, setHolder] = useState('');
  const [iban, setIban] = useState('');
  const ask = useAct(
    (given: { readonly amount: Money; readonly account: { readonly holder: string; readonly iban: string } }, key) =>
      client.body(client.api.POST('/v1/refunds', { params: { header: { 'Idempotency-Key': key } }, body: given })),
    { outdates },
  );
  const wanted = typedNumber(amount);
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('money.refunds-say')}
      </Text>
      <ProblemNotice problem={ask.error} />
      <Group align="flex-end">
        <NumberInput
          label={t('money.refund-amount', { currency: most.currency })}
          min={0}
          max={majorUnits(most)}
          value={amount}
          onChange={setAmount}
        />
        <TextInput label={t('invoices.holder')} maxLength={70} {...typed(holder, setHolder)} />
        <TextInput label={t('invoices.iban')} maxLength={42} {...typed(iban, setIban)} />
        <Button
          variant="default"
          disabled={wanted === null || wanted <= 0 || holder.trim() === '' || iban.trim() === ''}
          loading={ask.isPending}
          onClick={() => ask.mutate({ amount: moneyOf(wanted ?? 0, most.currency), account: { holder, iban } })}
        >
          {t('money.ask-refund')}
        </Button>
      </Group>
    </Stack>
  );
}

function OwnRefund({ refund }: { readonly refund: Refund }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const withdraw = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/refunds/{id}/withdrawal', {
          params: { path: { id: refund.id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    { outdates },
  );
  return (
    <Group justify="space-between" py="xs">
      <Stack gap={0}>
        <Text fw={600}>{format.money(refund.amount)}</Text>
        <Text size="sm" c="dimmed">
          {refund.account?.holder ?? t('money.to-card')} · {format.dayOf(refund.askedAt)}
        </Text>
      </Stack>
      <Group gap="xs">
        <RefundStatus status={refund.status} />
        {refund.status === 'asked' && refund.account !== null && hasRole(session, 'business.owner') ? (
          <UndoButton size="xs" variant="subtle" says={t('money.withdraw-refund')} act={() => withdraw.mutateAsync()} />
        ) : null}
      </Group>
      <ProblemNotice problem={withdraw.error} />
    </Group>
  );
}
