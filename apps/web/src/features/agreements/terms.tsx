import { Stack, Table, Text, Title } from '@mantine/core';
import { WideTable } from '../../parts/wide-table';
import { type Format, useFormat } from '../../format/use-format';
import { type Text as Say, useText } from '../../texts/use-text';
import type { Version } from './agreement-queries';

/** The terms by name, each as a person reads it. */
function termsOf(version: Version, t: Say, format: Format): readonly (readonly [string, string])[] {
  return [
    [t('agreements.term'), t('needs.term', { from: format.day(version.startsOn), to: format.day(version.endsOn) })],
    [t('agreements.channels'), version.channels.map((channel) => t(`words.channel-${channel}`)).join(', ')],
    [t('agreements.answers-within'), format.minutes(version.responseTargetMinutes)],
    [t('agreements.free-until'), format.minutes(version.freeCancellationHours * 60)],
    [t('agreements.late-fee'), format.share(version.lateFeeBps / 10_000)],
    [t('agreements.silence'), format.minutes(version.silenceAcceptsAfterHours * 60)],
    [
      t('agreements.notice'),
      version.noticeDays ? t('agreements.notice-days', { days: version.noticeDays }) : t('agreements.no-notice'),
    ],
    ...invoicingOf(version, t, format),
    ...(version.holidays ? [[t('agreements.holidays'), holidaysOf(version.holidays, format)] as const] : []),
    [t('agreements.payment'), paymentOf(version.payment, t, format)],
    [t('agreements.zone'), version.timeZone.replaceAll('_', ' ')],
  ];
}

function paymentOf(payment: Version['payment'], t: Say, format: Format): string {
  if (!payment) return t('agreements.payment-by-invoice');
  return payment.mode === 'prepaid' || !payment.limit
    ? t('agreements.payment-prepaid')
    : t('agreements.payment-on-account', { limit: format.money(payment.limit) });
}

/** How invoices are written and paid, where both sides agreed on it. */
function invoicingOf({ invoicing, currency }: Version, t: Say, format: Format): readonly (readonly [string, string])[] {
  if (!invoicing) return [];
  const steps = invoicing.reminders.map(({ afterDays, feeMinor }) =>
    t('agreements.reminder', { days: afterDays, fee: format.money({ amountMinor: feeMinor, currency }) }),
  );
  return [
    [t('agreements.to-pay'), t('agreements.days-to-pay', { days: invoicing.daysToPay })],
    [t('agreements.reminders'), steps.length === 0 ? t('agreements.no-reminders') : steps.join('; ')],
    ...(invoicing.selfBilling ? [[t('agreements.issuer'), t('agreements.issuer-business')] as const] : []),
  ];
}

const holidaysOf = ({ countryCode, regionCode }: NonNullable<Version['holidays']>, format: Format): string =>
  [format.country(countryCode), regionCode].filter(Boolean).join(', ');

/** Who answers for what, and the terms, as they are signed. */
export function Terms({ version }: { readonly version: Version }) {
  const t = useText();
  const format = useFormat();
  return (
    <Stack gap="xl">
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('agreements.who-answers')}
        </Title>
        <WideTable
          label={t('agreements.who-answers')}
          width={560}
          heads={[
            t('agreements.duty'),
            t('agreements.answerable'),
            t('agreements.how-much'),
            { figures: t('agreements.a-unit') },
          ]}
        >
          {version.lines.map((line) => (
            <Table.Tr key={line.lineId}>
              <Table.Td>
                {line.description}
                <Text size="sm" c="dimmed">
                  {t('agreements.done-when', { criterion: line.doneCriterion })}
                </Text>
              </Table.Td>
              <Table.Td>
                {line.accountable
                  .map(({ party, personName }) => personName ?? t(`agreements.party-${party}`))
                  .join(', ')}
                {line.mode ? (
                  <Text size="sm" c="dimmed">
                    {t(`agreements.mode-${line.mode}`)}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>
                {line.asNeeded ? t('time.as-needed', { hours: line.volume }) : `${line.volume} × ${line.unit}`}{' '}
                {t(`words.cadence-${line.cadence}`)}
              </Table.Td>
              <Table.Td ta="end">{format.money(line.unitPrice)}</Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      </section>
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('agreements.terms')}
        </Title>
        <Table withRowBorders={false} maw={560}>
          <Table.Tbody>
            {termsOf(version, t, format).map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th fw={400}>{name}</Table.Th>
                <Table.Td>{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Stack>
  );
}
