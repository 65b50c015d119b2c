import { Stack, Table, Title } from '@mantine/core';
import { Marked } from '../../parts/marked';
import { type Format, useFormat } from '../../format/use-format';
import { zoneName } from '../../parts/zones';
import { type Text as Say, useText } from '../../texts/use-text';
import type { Version } from './agreement-queries';
import { DutyLines } from './duty-lines';
import { usualInvoicing } from './usual-invoicing';

/** The terms by name, each as a person reads it. */
function termsOf(version: Version, t: Say, format: Format): readonly (readonly [string, string])[] {
  return [
    [t('agreements.term'), t('needs.term', { from: format.day(version.startsOn), to: format.day(version.endsOn) })],
    [t('agreements.channels'), version.channels.map((channel) => t(`words.channel-${channel}`)).join(', ')],
    [t('agreements.answers-within'), format.span(version.responseTargetMinutes)],
    [t('agreements.free-until'), format.span(version.freeCancellationHours * 60)],
    [t('agreements.late-fee'), format.share(version.lateFeeBps / 10_000)],
    [t('agreements.silence'), format.span(version.silenceAcceptsAfterHours * 60)],
    [
      t('agreements.notice'),
      version.noticeDays ? t('agreements.notice-days', { days: version.noticeDays }) : t('agreements.no-notice'),
    ],
    ...invoicingOf(version, t, format),
    ...(version.holidays ? [[t('agreements.holidays'), holidaysOf(version.holidays, format)] as const] : []),
    [t('agreements.payment'), paymentOf(version.payment, t, format)],
    [t('agreements.zone'), zoneName(version.timeZone)],
  ];
}

function paymentOf(payment: Version['payment'], t: Say, format: Format): string {
  if (!payment) return t('agreements.payment-by-invoice');
  return payment.mode === 'prepaid' || !payment.limit
    ? t('agreements.payment-prepaid')
    : t('agreements.payment-on-account', { limit: format.money(payment.limit) });
}

/** How invoices are written and paid: as agreed, or as it is where nothing is. */
function invoicingOf({ invoicing, currency }: Version, t: Say, format: Format): readonly (readonly [string, string])[] {
  const { daysToPay, reminders, selfBilling } = invoicing ?? usualInvoicing;
  const steps = reminders.map(({ afterDays, feeMinor }) =>
    t('agreements.reminder', { days: afterDays, fee: format.money({ amountMinor: feeMinor, currency }) }),
  );
  return [
    [t('agreements.to-pay'), t('agreements.days-to-pay', { days: daysToPay })],
    [t('agreements.reminders'), steps.length === 0 ? t('agreements.no-reminders') : steps.join('; ')],
    ...(selfBilling ? [[t('agreements.issuer'), t('agreements.issuer-business')] as const] : []),
  ];
}

const holidaysOf = ({ countryCode, regionCode }: NonNullable<Version['holidays']>, format: Format): string =>
  [format.country(countryCode), regionCode].filter(Boolean).join(', ');

/** Who answers for what, and the terms, as they are signed; what differs from the version before is marked in the text. */
export function Terms({ version, before }: { readonly version: Version; readonly before: Version | undefined }) {
  const t = useText();
  const format = useFormat();
  const termsBefore = before === undefined ? null : new Map(termsOf(before, t, format));
  const terms = termsOf(version, t, format);
  const left = [...(termsBefore ?? [])].filter(([name]) => terms.every(([each]) => each !== name));
  return (
    <Stack gap="xl">
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('agreements.who-answers')}
        </Title>
        <DutyLines version={version} before={before} />
      </section>
      <section>
        <Title order={2} size="h4" mb="sm">
          {t('agreements.terms')}
        </Title>
        <Table withRowBorders={false} maw={560}>
          <Table.Tbody>
            {[...terms, ...left.map(([name]) => [name, undefined] as const)].map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th fw={400}>{name}</Table.Th>
                <Table.Td>
                  <Marked before={termsBefore === null ? value : termsBefore.get(name)} now={value} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </Stack>
  );
}
