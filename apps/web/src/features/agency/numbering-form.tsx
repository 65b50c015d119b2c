import type { components } from '@ajudant/client';
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { readersZone } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { useText } from '../../texts/use-text';
import { BillingRecords } from './billing-records';

type Settings = components['schemas']['NumberingSettingsDto'];

const numberingQuery = (agencyId: string) => ({
  queryKey: ['agency', 'numbering', agencyId],
  queryFn: async () =>
    (await client.body(client.api.GET('/v1/agencies/{id}/numbering', { params: { path: { id: agencyId } } }))) ?? null,
});

/** How the agency's invoices are numbered: a series of its own, a year at a time, on which clock; in Spain with records of them. */
export function NumberingForm({ agencyId, countryCode }: { readonly agencyId: string; readonly countryCode: string }) {
  const { data } = useQuery(numberingQuery(agencyId));
  if (data === undefined) return null;
  const first = {
    prefix: data?.prefix ?? '',
    timeZone: data?.timeZone ?? readersZone,
    keepsBillingRecords: data?.keepsBillingRecords ?? false,
  };
  return <Form key={data?.version ?? 0} agencyId={agencyId} first={first} isSpanish={countryCode === 'ES'} />;
}

function Form({
  agencyId,
  first,
  isSpanish,
}: {
  readonly agencyId: string;
  readonly first: Required<Settings>;
  readonly isSpanish: boolean;
}) {
  const t = useText();
  const [draft, setDraft] = useState(first);
  const save = useAct(
    (body: Settings) =>
      client.body(
        client.api.PUT('/v1/agencies/{id}/numbering', {
          params: { path: { id: agencyId }, header: { 'If-Match': '*' } },
          body,
        }),
      ),
    { outdates: [['agency', 'numbering']] },
  );
  const { prefix, timeZone, keepsBillingRecords } = draft;
  const year = new Date().getFullYear();
  return (
    <Stack gap="md" align="flex-start">
      <Text size="sm" c="dimmed">
        {t('agency.numbering-says', { example: `${prefix === '' ? '' : `${prefix}-`}${year}-0001` })}
      </Text>
      <Group align="flex-end">
        <TextInput
          label={t('agency.prefix')}
          maxLength={8}
          value={prefix}
          onChange={(event) => setDraft({ ...draft, prefix: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          label={t('agency.numbering-zone')}
          maxLength={64}
          value={timeZone}
          onChange={(event) => setDraft({ ...draft, timeZone: event.currentTarget.value })}
        />
      </Group>
      {isSpanish ? (
        <Checkbox
          label={t('agency.billing-records')}
          description={t('agency.billing-records-say')}
          checked={keepsBillingRecords}
          onChange={(event) => setDraft({ ...draft, keepsBillingRecords: event.currentTarget.checked })}
        />
      ) : null}
      <ProblemNotice problem={save.error} />
      <Group>
        <Button loading={save.isPending} onClick={() => save.mutate(isSpanish ? draft : { prefix, timeZone })}>
          {t('agency.save-numbering')}
        </Button>
        <Saved act={save} />
      </Group>
      {keepsBillingRecords ? <BillingRecords agencyId={agencyId} /> : null}
    </Stack>
  );
}
