import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { majorUnits, moneyOf } from '../../format/minor-units';
import { typedNumber } from '../../format/typed-number';
import { type Money, useFormat } from '../../format/use-format';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { CardPaymentStatus } from './card-payment-status';
import { accountsQuery, type CardPayment, cardPaymentsQuery, isUnderWay } from './money-queries';
import { PayByCard } from './pay-by-card';

const currency = 'EUR';

/** Paying ahead by card, and what was paid so. @param unused what is neither kept nor owed, and could go back */
export function CardPayments({ unused }: { readonly unused: readonly Money[] }) {
  const t = useText();
  const payments = usePaymentsUnderWay();
  const [amount, setAmount] = useState<number | string>('');
  const typed = typedNumber(amount);
  return (
    <Section title={t('money.card-payments')}>
      <Stack gap="md">
        <NumberInput
          label={t('money.ahead-amount', { currency })}
          w={220}
          min={0}
          value={amount}
          onChange={setAmount}
        />
        <PayByCard wanted={typed === null || typed <= 0 ? null : { amount: moneyOf(typed, currency) }} />
        <EndlessList query={payments} rowHeight={96} empty={null}>
          {(payment) => <Payment payment={payment} unused={unused} />}
        </EndlessList>
      </Stack>
    </Section>
  );
}

/** What becomes of those that are under way shows by itself, and so does what the accounts come to then. */
function usePaymentsUnderWay() {
  const queries = useQueryClient();
  const payments = useInfiniteQuery({
    ...cardPaymentsQuery,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? 5_000 : false,
  });
  const paid = payments.data?.pages.flatMap(({ items }) => items).filter(({ status }) => status === 'paid').length;
  const known = useRef(paid);
  useEffect(() => {
    if (known.current !== undefined && known.current !== paid) void queries.invalidateQueries(accountsQuery);
    known.current = paid;
  }, [paid, queries]);
  return payments;
}

function Payment({ payment, unused }: { readonly payment: CardPayment; readonly unused: readonly Money[] }) {
  const t = useText();
  const format = useFormat();
  const { status, disputed, received, refunded, url } = payment;
  const free = unused.find((one) => one.currency === received.currency)?.amountMinor ?? 0;
  const left = Math.min(free, received.amountMinor - refunded.amountMinor);
  return (
    <Group justify="space-between" py="xs">
      <Stack gap={0}>
        <Text fw={600}>{format.money(payment.amount)}</Text>
        <Text size="sm" c="dimmed">
          {format.dayOf(payment.madeAt)}
        </Text>
      </Stack>
      <Group gap="xs" align="flex-end">
        <CardPaymentStatus payment={payment} />
        {url === null ? null : (
          <Button component="a" size="xs" variant="default" href={url}>
            {t('money.card-go-on')}
          </Button>
        )}
        {status === 'paid' && !disputed && left > 0 ? (
          <BackToCard paymentId={payment.id} most={{ ...received, amountMinor: left }} />
        ) : null}
      </Group>
    </Group>
  );
}

function BackToCard({ paymentId, most }: { readonly paymentId: string; readonly most: Money }) {
  const t = useText();
  const session = useOwnSession();
  const [amount, setAmount] = useState<number | string>(majorUnits(most));
  const ask = useAct(
    (wanted: Money, key) =>
      client.body(
        client.api.POST('/v1/card-payments/{id}/refunds', {
          params: { path: { id: paymentId }, header: { 'Idempotency-Key': key } },
          body: { amount: wanted },
        }),
      ),
    { outdates: [['money']] },
  );
  const typed = typedNumber(amount);
  if (!hasRole(session, 'business.owner')) return null;
  return (
    <>
      <NumberInput
        size="xs"
        label={t('money.card-back-amount', { currency: most.currency })}
        min={0}
        max={majorUnits(most)}
        value={amount}
        onChange={setAmount}
      />
      <Button
        size="xs"
        variant="subtle"
        disabled={typed === null || typed <= 0}
        loading={ask.isPending}
        onClick={() => ask.mutate(moneyOf(typed ?? 0, most.currency))}
      >
        {t('money.card-back')}
      </Button>
      <ProblemNotice problem={ask.error} />
    </>
  );
}
