import { Button, Group, NativeSelect, NumberInput, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { typedNumber } from '../../format/typed-number';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { booksQuery } from './record-queries';

const two = (value: number): string => String(value).padStart(2, '0');
const monthsOfYear = Array.from({ length: 12 }, (_, place) => two(place + 1));

/** On which day the fiscal year begins; it is changed until the first month is closed. */
export function FiscalYear({ businessId }: { readonly businessId: string }) {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery(booksQuery(businessId));
  const [typed, setTyped] = useState<{ readonly month: string; readonly day: number } | null>(null);
  const set = useAct(
    (fiscalYearStartsOn: string) =>
      client.body(
        client.api.PATCH('/v1/businesses/{id}/record-books', {
          params: { path: { id: businessId }, header: { 'If-Match': data?.etag ?? '' } },
          body: { fiscalYearStartsOn },
        }),
      ),
    { outdates: [['records']], onDone: () => setTyped(null) },
  );
  if (data === undefined) return null;
  const kept = data.body.fiscalYearStartsOn.slice(-5);
  const { month, day } = typed ?? { month: kept.slice(0, 2), day: Number(kept.slice(3)) };
  const said = `${month}-${two(day)}`;
  return (
    <>
      <ProblemNotice problem={set.error} />
      <Group align="flex-end">
        <Text size="sm" pb={8}>
          {t('records.year-begins')}
        </Text>
        <NumberInput
          w={90}
          label={t('records.day')}
          min={1}
          max={31}
          allowDecimal={false}
          value={day}
          onChange={(value) => {
            const given = typedNumber(value);
            if (given !== null) setTyped({ month, day: given });
          }}
        />
        <NativeSelect
          label={t('records.col-month')}
          value={month}
          data={monthsOfYear.map((each) => ({ value: each, label: format.monthOfYear(Number(each)) }))}
          onChange={(event) => setTyped({ month: event.currentTarget.value, day })}
        />
        <Button variant="default" disabled={said === kept} loading={set.isPending} onClick={() => set.mutate(said)}>
          {t('records.year-begins-save')}
        </Button>
      </Group>
    </>
  );
}
