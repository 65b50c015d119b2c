import type { components } from '@ajudant/client';
import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';

type Invoice = components['schemas']['InvoiceDto'];

/** How an open invoice is reminded of, as it was agreed: what was sent, and what is to come. */
export function Reminders({ invoice: { id } }: { readonly invoice: Invoice }) {
  const t = useText();
  const format = useFormat();
  const { data, error } = useQuery({
    queryKey: ['invoices', id, 'reminders'],
    queryFn: () => client.body(client.api.GET('/v1/invoices/{id}/reminders', { params: { path: { id } } })),
  });
  if (data === undefined) return <ProblemNotice problem={error} />;
  if (data.reminders.length === 0) return null;
  return (
    <Section title={t('invoices.reminders')}>
      <List size="sm" className="not-printed">
        {data.reminders.map(({ step, on, fee, sentAt }) => (
          <List.Item key={step}>
            {t(sentAt === null ? 'invoices.reminder-to-come' : 'invoices.reminder-sent', {
              day: format.day(on),
              fee: format.money(fee),
            })}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
