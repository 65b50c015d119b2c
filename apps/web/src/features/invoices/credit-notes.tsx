import { Button, Card, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { moneyOf } from '../../format/minor-units';
import { useFormat } from '../../format/use-format';
import { typedNumber } from '../../format/typed-number';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { Documents } from './documents';
import type { Invoice } from './invoice-queries';

/** What was taken back of the invoice; its agency takes back more. */
export function CreditNotes({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  const format = useFormat();
  const { organisationKind } = useOwnSession();
  const { data } = useSuspenseQuery({
    queryKey: ['invoices', invoice.id, 'credit-notes'],
    queryFn: () => client.body(client.api.GET('/v1/credit-notes', { params: { query: { invoiceId: invoice.id } } })),
  });
  const charges = organisationKind === 'agency' && invoice.status !== 'credited';
  if (data.items.length === 0 && !charges) return null;
  return (
    <Section title={t('invoices.credit-notes')}>
      <Stack gap="sm">
        {data.items.map((note) => (
          <Card withBorder padding="sm" key={note.id}>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600}>{note.number}</Text>
              <Text fw={600}>{format.money(note.total)}</Text>
            </Group>
            <Text size="sm">{note.reason}</Text>
            <Text size="sm" c="dimmed">
              {format.day(note.issuedOn)}
            </Text>
            <Documents of={`/v1/credit-notes/${note.id}`} number={note.number} />
          </Card>
        ))}
        {charges ? <TakeBack invoice={invoice} /> : null}
      </Stack>
    </Section>
  );
}

function TakeBack({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [amount, setAmount] = useState<number | null>(null);
  const { currency } = invoice.subtotal;
  const take = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/invoices/{id}/credit-notes', {
          params: { path: { id: invoice.id }, header: { 'Idempotency-Key': key } },
          body: {
            reason,
            ...(amount === null ? {} : { amount: moneyOf(amount, currency) }),
          },
        }),
      ),
    { outdates: [['invoices'], ['money']] },
  );
  return (
    <Stack gap="xs" className="not-printed">
      <Text size="sm" c="dimmed">
        {t('invoices.take-back-says')}
      </Text>
      <ProblemNotice problem={take.error} />
      <Group align="flex-end">
        <TextInput
          label={t('invoices.take-back-reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <NumberInput
          label={t('invoices.take-back-amount', { currency })}
          placeholder={t('invoices.take-back-all')}
          min={0}
          hideControls
          onChange={(value) => {
            const typed = typedNumber(value);
            setAmount(typed !== null && typed > 0 ? typed : null);
          }}
        />
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {t('invoices.take-back')}
        </Button>
      </Group>
    </Stack>
  );
}
