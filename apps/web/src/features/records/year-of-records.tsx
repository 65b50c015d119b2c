import { Button, List, NativeSelect, Stack, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { today } from '../../format/days';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { Wide } from '../../parts/wide';
import { useText } from '../../texts/use-text';
import { FiscalYear } from './fiscal-year';
import { GapsOfYear } from './gaps-of-year';
import { kindsOf } from './gap-grid';
import { type Month, yearQuery } from './record-queries';
import { TaxPacks } from './tax-packs';

/** A fiscal year in a line a month, what is missing in it, and what is made of it in the end. */
export function YearOfRecords({ businessId, closes }: { readonly businessId: string; readonly closes: boolean }) {
  const t = useText();
  const [chosen, setChosen] = useState<string | undefined>();
  const { data: year, error } = useQuery(yearQuery(businessId, chosen));
  const now = Number(today().slice(0, 4));
  const years = [0, 1, 2, 3].map((ago) => String(now - ago));
  return (
    <>
      <Section
        title={t('records.year')}
        aside={
          <NativeSelect
            aria-label={t('records.which-year')}
            value={chosen ?? year?.from.slice(0, 4) ?? years[0]}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={years}
          />
        }
      >
        <ProblemNotice problem={error} />
        {year === undefined ? null : (
          <Months businessId={businessId} months={year.months} currency={year.currency} closes={closes} />
        )}
        {closes && year?.months.every(({ closedAt }) => closedAt === null) ? (
          <FiscalYear businessId={businessId} />
        ) : null}
      </Section>
      {year === undefined ? null : (
        <Section title={t('records.missing')}>
          <GapsOfYear months={year.months} gaps={year.gaps} currency={year.currency} />
        </Section>
      )}
      {year === undefined ? null : <TaxPacks year={year.from.slice(0, 4)} />}
    </>
  );
}

function Months({
  businessId,
  months,
  currency,
  closes,
}: {
  readonly businessId: string;
  readonly months: readonly Month[];
  readonly currency: string;
  readonly closes: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const money = (amountMinor: number): string => format.money({ amountMinor, currency });
  return (
    <Wide label={t('records.year')} width={760}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['month', 'in', 'out', 'open', 'vat', 'missing', 'state'] as const).map((name) => (
              <Table.Th key={name}>{t(`records.col-${name}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.toReversed().map((month) => (
            <Table.Tr key={month.month}>
              <Table.Td>{format.month(month.month)}</Table.Td>
              <Table.Td>{money(month.inMinor)}</Table.Td>
              <Table.Td>{money(month.outMinor)}</Table.Td>
              <Table.Td>{money(month.owedToUsMinor - month.owedByUsMinor)}</Table.Td>
              <Table.Td>{money(month.vatMinor)}</Table.Td>
              <Table.Td>{month.missing}</Table.Td>
              <Table.Td>
                {month.closedAt === null ? (
                  closes ? (
                    <CloseMonth businessId={businessId} month={month} />
                  ) : (
                    t('records.open')
                  )
                ) : (
                  t('records.closed-on', { day: format.dayOf(month.closedAt) })
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

/** A month is closed by its checklist: what is missing is read before, and what is left is left knowingly. */
function CloseMonth({ businessId, month }: { readonly businessId: string; readonly month: Month }) {
  const t = useText();
  const [looks, setLooks] = useState(false);
  const kinds = kindsOf([month]);
  const close = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/businesses/{id}/closed-months', {
          params: { path: { id: businessId }, header: { 'Idempotency-Key': key } },
          body: { month: month.month, despite: kinds },
        }),
      ),
    { outdates: [['records']] },
  );
  if (month.month >= today().slice(0, 7)) return <>{t('records.open')}</>;
  if (!looks) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setLooks(true)}>
        {t('records.close')}
      </Button>
    );
  }
  return (
    <Stack gap="xs">
      <List size="sm">
        {kinds.map((kind) => (
          <List.Item key={kind}>
            {t(`records.gap-${kind}`)}: {month.checklist[kind]}
          </List.Item>
        ))}
      </List>
      <ProblemNotice problem={close.error} />
      <Button size="compact-sm" loading={close.isPending} onClick={() => close.mutate()}>
        {t(kinds.length === 0 ? 'records.close-now' : 'records.close-despite')}
      </Button>
    </Stack>
  );
}
