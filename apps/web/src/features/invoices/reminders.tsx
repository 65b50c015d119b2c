import type { components } from '@ajudant/client';
import { Button, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';

type Invoice = components['schemas']['InvoiceDto'];

/** How an open invoice is reminded of, as it was agreed: what was sent, what of its fees is owed, and what is to come. */
export function Reminders({ invoice: { id } }: { readonly invoice: Invoice }) {
  const t = useText();
  const format = useFormat();
  const { organisationKind } = useOwnSession();
  const { data, error } = useQuery({
    queryKey: ['invoices', id, 'reminders'],
    queryFn: () => client.body(client.api.GET('/v1/invoices/{id}/reminders', { params: { path: { id } } })),
  });
  const waive = useAct(
    (step: number, key) =>
      client.body(
        client.api.POST('/v1/invoices/{id}/reminders/waivers', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { step },
        }),
      ),
    { outdates: [['invoices'], ['money']] },
  );
  if (data === undefined) return <ProblemNotice problem={error} />;
  if (data.reminders.length === 0) return null;
  return (
    <Section title={t('invoices.reminders')}>
      <ProblemNotice problem={waive.error} />
      <List size="sm" className="not-printed">
        {data.reminders.map(({ step, on, fee, feeStatus, sentAt }) => (
          <List.Item key={step}>
            {t(sentAt === null ? 'invoices.reminder-to-come' : 'invoices.reminder-sent', {
              day: format.day(on),
              fee: format.money(fee),
            })}
            {feeStatus === 'none' ? null : (
              <Text size="sm" c="dimmed">
                {t(`invoices.fee-${feeStatus}`)}
              </Text>
            )}
            {feeStatus === 'open' && organisationKind === 'agency' ? (
              <Button size="compact-xs" variant="subtle" loading={waive.isPending} onClick={() => waive.mutate(step)}>
                {t('invoices.waive-fee')}
              </Button>
            ) : null}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
