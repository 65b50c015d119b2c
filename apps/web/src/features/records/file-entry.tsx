import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { partiesQuery } from '../calendar/calendar-queries';
import { engagementsQuery } from '../work/work-queries';
import { BankLines } from './bank-lines';
import { blank } from './entry-draft';
import { EntryForm } from './entry-form';
import { type Books, booksQuery, fileEntry } from './record-queries';

/** The business files for itself. */
export function FileOwn({ businessId }: { readonly businessId: string }) {
  const t = useText();
  const { data } = useQuery(booksQuery(businessId));
  return <Section title={t('records.file')}>{data === undefined ? null : <FileEntry books={data.body} />}</Section>;
}

/** An agency files for a business that it works for; for several, it says for whom. */
export function FileForOthers() {
  const t = useText();
  const { data: engagements = [] } = useQuery(engagementsQuery);
  const active = engagements.filter(({ status }) => status === 'active');
  const parties = useQueries({ queries: active.map(({ id }) => partiesQuery(id)) });
  const [chosen, setChosen] = useState<string | null>(null);
  const engagement = active.find(({ id }) => id === chosen) ?? active[0];
  const { data } = useQuery({ ...booksQuery(engagement?.businessId ?? ''), enabled: engagement !== undefined });
  return (
    <Section title={t('records.file')}>
      {engagement === undefined ? (
        <Text c="dimmed">{t('records.nobody')}</Text>
      ) : (
        <Stack gap="md">
          {active.length === 1 ? null : (
            <NativeSelect
              label={t('records.for-whom')}
              maw={420}
              value={engagement.id}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={active.map(({ id }, index) => ({
                value: id,
                label: parties[index]?.data?.business.legalName ?? '…',
              }))}
            />
          )}
          {data === undefined ? null : (
            <Stack key={engagement.id} gap="xl">
              <FileEntry books={data.body} engagementId={engagement.id} />
              <BankLines currency={data.body.currency} engagementId={engagement.id} />
            </Stack>
          )}
        </Stack>
      )}
    </Section>
  );
}

function FileEntry({ books, engagementId }: { readonly books: Books; readonly engagementId?: string }) {
  const t = useText();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('records.file-says')}
      </Text>
      <EntryForm
        books={books}
        first={blank}
        isNew
        step={t('records.file-it')}
        send={(said, key) => fileEntry(engagementId === undefined ? said : { ...said, engagementId }, key)}
      />
    </Stack>
  );
}
