import type { components } from '@ajudant/client';
import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { typed } from '../../parts/typed';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';

type Year = components['schemas']['RetainedYearDto'];

/** How long the books of each year are kept, by which rule, and what is gone; whoever needs them longer says so. */
export function Retention({ businessId, keeps }: { readonly businessId: string; readonly keeps: boolean }) {
  const t = useText();
  const format = useFormat();
  const { data, error } = useQuery({
    queryKey: ['records', 'retention', businessId],
    queryFn: () =>
      client.body(client.api.GET('/v1/businesses/{id}/record-retention', { params: { path: { id: businessId } } })),
  });
  const said = ({ goesOn, removedAt, removed, announcedAt, keptFor }: Year): string => {
    if (removedAt !== null && removed !== null) {
      return t('records.year-gone', { day: format.dayOf(removedAt), count: removed.entries });
    }
    if (keptFor !== null) return t('records.year-kept-for', { day: format.day(goesOn), reason: keptFor });
    return t(announcedAt === null ? 'records.year-kept' : 'records.year-goes', { day: format.day(goesOn) });
  };
  return (
    <Section title={t('records.retention')}>
      <Stack gap="sm">
        <ProblemNotice problem={error} />
        {data === undefined ? null : (
          <>
            <Text size="sm" c="dimmed" maw={720}>
              {t('records.retention-says', { years: data.years, source: data.source })}
            </Text>
            <WideTable
              label={t('records.retention')}
              width={480}
              heads={[t('records.col-year'), { figures: t('records.col-entries') }, t('records.col-kept')]}
            >
              {data.items.map((year) => (
                <Table.Tr key={year.year}>
                  <Table.Td>{year.year}</Table.Td>
                  <Table.Td ta="end">{year.entries}</Table.Td>
                  <Table.Td>
                    {said(year)}
                    {keeps && year.announcedAt !== null && year.removedAt === null ? (
                      <KeepLonger businessId={businessId} year={year} />
                    ) : null}
                  </Table.Td>
                </Table.Tr>
              ))}
            </WideTable>
          </>
        )}
      </Stack>
    </Section>
  );
}

function KeepLonger({ businessId, year: { year, goesOn } }: { readonly businessId: string; readonly year: Year }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState(goesOn);
  const [reason, setReason] = useState('');
  const extend = useAct(
    (body: components['schemas']['ExtendRetentionDto'], key) =>
      client.body(
        client.api.POST('/v1/businesses/{id}/record-retention/extensions', {
          params: { path: { id: businessId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    { outdates: [['records', 'retention']], onDone: () => setOpen(false) },
  );
  if (!open) {
    return (
      <Button size="compact-sm" variant="default" ml="sm" onClick={() => setOpen(true)}>
        {t('records.keep-longer')}
      </Button>
    );
  }
  return (
    <Stack gap="xs" mt="xs">
      <ProblemNotice problem={extend.error} />
      <Group align="flex-end">
        <TextInput type="date" label={t('records.keep-until')} {...typed(until, setUntil)} />
        <TextInput label={t('records.keep-why')} maxLength={500} {...typed(reason, setReason)} />
        <Button
          size="sm"
          disabled={reason.trim() === '' || until === ''}
          loading={extend.isPending}
          onClick={() => extend.mutate({ year, until, reason: reason.trim() })}
        >
          {t('records.keep-longer')}
        </Button>
      </Group>
    </Stack>
  );
}
