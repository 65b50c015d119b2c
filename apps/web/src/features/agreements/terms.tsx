import { Stack, Table, Text, Title } from '@mantine/core';
import { Marked } from '../../parts/marked';
import { WideTable } from '../../parts/wide-table';
import { type Format, useFormat } from '../../format/use-format';
import { zoneName } from '../../parts/zones';
import { type Text as Say, useText } from '../../texts/use-text';
import type { Version } from './agreement-queries';
import { ruleInWords } from './due-rule';
import { usualInvoicing } from './usual-invoicing';

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

type Parts = Readonly<Partial<Record<'what' | 'done' | 'who' | 'mode' | 'much' | 'due' | 'pack' | 'price', string>>>;

/** What a line says, each part as a person reads it; nothing of a line that isn't there. */
function partsOf(line: Version['lines'][number] | undefined, t: Say, format: Format): Parts {
  if (line === undefined) return {};
  return {
    what: line.description,
    done: t('agreements.done-when', { criterion: line.doneCriterion }),
    who: line.accountable.map(({ party, personName }) => personName ?? t(`agreements.party-${party}`)).join(', '),
    ...(line.mode ? { mode: t(`agreements.mode-${line.mode}`) } : {}),
    much: `${line.asNeeded ? t('time.as-needed', { hours: line.volume }) : `${line.volume} × ${line.unit}`} ${line.rule ? t('agreements.each-time') : t(`words.cadence-${line.cadence}`)}`,
    ...(line.rule ? { due: t('agreements.due', { when: ruleInWords(line.rule, t, format) }) } : {}),
    ...(line.asNeeded?.pack ? { pack: packOf(line.asNeeded.pack, t) } : {}),
    price: format.money(line.unitPrice),
  };
}

const packOf = ({ carryOverHours }: { readonly carryOverHours: number }, t: Say): string =>
  carryOverHours === 0 ? t('time.as-lapsing-pack') : t('time.as-pack', { hours: carryOverHours });

/** Who answers for what, and the terms, as they are signed; what differs from the version before is marked in the text. */
export function Terms({ version, before }: { readonly version: Version; readonly before: Version | undefined }) {
  const t = useText();
  const format = useFormat();
  const gone = (before?.lines ?? []).filter(({ lineId }) => version.lines.every((line) => line.lineId !== lineId));
  const lineBefore = (id: string) => before?.lines.find(({ lineId }) => lineId === id);
  const termsBefore = before === undefined ? null : new Map(termsOf(before, t, format));
  const terms = termsOf(version, t, format);
  const left = [...(termsBefore ?? [])].filter(([name]) => terms.every(([each]) => each !== name));
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
          {version.lines.map((line) => {
            const now = partsOf(line, t, format);
            return (
              <Line
                key={line.lineId}
                now={now}
                before={before === undefined ? now : partsOf(lineBefore(line.lineId), t, format)}
              />
            );
          })}
          {gone.map((line) => (
            <Line key={line.lineId} now={{}} before={partsOf(line, t, format)} />
          ))}
        </WideTable>
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

function Line({ now, before }: { readonly now: Parts; readonly before: Parts }) {
  const part = (name: keyof Parts) => <Marked before={before[name]} now={now[name]} />;
  return (
    <Table.Tr>
      <Table.Td>
        {part('what')}
        <Text size="sm" c="dimmed">
          {part('done')}
        </Text>
      </Table.Td>
      <Table.Td>
        {part('who')}
        <Text size="sm" c="dimmed">
          {part('mode')}
        </Text>
      </Table.Td>
      <Table.Td>
        {part('much')}
        <Text size="sm" c="dimmed">
          {part('due')}
          {part('pack')}
        </Text>
      </Table.Td>
      <Table.Td ta="end">{part('price')}</Table.Td>
    </Table.Tr>
  );
}
