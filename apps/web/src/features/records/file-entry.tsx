import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useLanguage } from '../../texts/texts-provider';
import { typedNumber } from '../../format/typed-number';
import { BringFile, FileLink, type KnownFile } from '../../parts/files';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { partiesQuery } from '../calendar/calendar-queries';
import { engagementsQuery } from '../work/work-queries';
import { type Books, booksQuery, readDocument, type Reading } from './record-queries';

interface Draft {
  readonly kind: 'income' | 'expense';
  readonly datedOn: string;
  readonly description: string;
  readonly counterpart: string;
  readonly documentNumber: string;
  readonly category: string;
  readonly total: number | string;
  readonly rate: string;
  readonly vatMinor: number | null;
  readonly paidOn: string;
  readonly fileIds: readonly string[];
}

const blank: Draft = {
  kind: 'expense',
  datedOn: '',
  description: '',
  counterpart: '',
  documentNumber: '',
  category: '',
  total: '',
  rate: '',
  vatMinor: null,
  paidOn: '',
  fileIds: [],
};

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
          {data === undefined ? null : <FileEntry key={engagement.id} books={data.body} engagementId={engagement.id} />}
        </Stack>
      )}
    </Section>
  );
}

function FileEntry({ books, engagementId }: { readonly books: Books; readonly engagementId?: string }) {
  const t = useText();
  const [draft, setDraft] = useState(blank);
  const say = (changes: Partial<Draft>): void => setDraft((known) => ({ ...known, ...changes }));
  const brought = async ({ id, mediaType }: KnownFile): Promise<void> => {
    setDraft((known) => ({ ...known, fileIds: [...known.fileIds, id] }));
    const reading = mediaType === 'application/xml' ? await readDocument(id) : null;
    if (reading !== null) say(draftOf(reading, books));
  };
  const file = useAct(
    (given: Draft, key) =>
      client.body(
        client.api.POST('/v1/records', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...saidOf(given, books), ...(engagementId !== undefined && { engagementId }) },
        }),
      ),
    { outdates: [['records']], onDone: () => setDraft(blank) },
  );
  const isReady = draft.datedOn !== '' && draft.description.trim() !== '' && typedNumber(draft.total) !== null;
  return (
    <Stack gap="sm" maw={720}>
      <Text size="sm" c="dimmed">
        {t('records.file-says')}
      </Text>
      <BringFile onBrought={brought} />
      <Group gap="xs">
        {draft.fileIds.map((id) => (
          <FileLink key={id} id={id} />
        ))}
      </Group>
      <Fields draft={draft} books={books} say={say} />
      <ProblemNotice problem={file.error} />
      <Group>
        <Button disabled={!isReady} loading={file.isPending} onClick={() => file.mutate(draft)}>
          {t('records.file-it')}
        </Button>
        <Saved act={file} />
      </Group>
    </Stack>
  );
}

function Fields({
  draft,
  books,
  say,
}: {
  readonly draft: Draft;
  readonly books: Books;
  readonly say: (changes: Partial<Draft>) => void;
}) {
  const t = useText();
  const { language } = useLanguage();
  const categories = books.categories.filter(({ kind }) => kind === draft.kind);
  const text = (name: 'description' | 'counterpart' | 'documentNumber', maxLength: number) => (
    <TextInput
      label={t(`records.${name}`)}
      maxLength={maxLength}
      flex={1}
      miw={200}
      value={draft[name]}
      onChange={(event) => say({ [name]: event.currentTarget.value })}
    />
  );
  const date = (name: 'datedOn' | 'paidOn') => (
    <TextInput
      type="date"
      label={t(`records.${name}`)}
      value={draft[name]}
      onChange={(event) => say({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Group align="flex-end">
        <NativeSelect
          label={t('records.kind')}
          value={draft.kind}
          onChange={(event) => say({ kind: event.currentTarget.value as Draft['kind'], category: '' })}
          data={(['expense', 'income'] as const).map((value) => ({ value, label: t(`records.kind-${value}`) }))}
        />
        {date('datedOn')}
        {text('description', 300)}
      </Group>
      <Group align="flex-end">
        {text('counterpart', 200)}
        {text('documentNumber', 60)}
      </Group>
      <Group align="flex-end">
        <NumberInput
          label={t('records.total', { currency: books.currency })}
          decimalScale={digitsOf(books.currency)}
          value={draft.total}
          onChange={(total) => say({ total, vatMinor: null })}
        />
        <NativeSelect
          label={t('records.rate')}
          value={draft.rate}
          onChange={(event) => say({ rate: event.currentTarget.value, vatMinor: null })}
          data={[
            { value: '', label: t('records.no-rate') },
            ...books.vatRates.map((bps) => ({ value: String(bps), label: `${bps / 100} %` })),
          ]}
        />
        <NativeSelect
          label={t('records.category')}
          value={draft.category}
          onChange={(event) => say({ category: event.currentTarget.value })}
          data={[
            { value: '', label: t('records.no-category') },
            ...categories.map(({ code, names }) => ({ value: code, label: names[language] })),
          ]}
        />
        {date('paidOn')}
      </Group>
    </>
  );
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

function draftOf(reading: Reading, books: Books): Partial<Draft> {
  if (reading.currency !== books.currency) return {};
  return {
    datedOn: reading.datedOn,
    documentNumber: reading.documentNumber,
    counterpart: reading.supplier ?? '',
    description: reading.supplier ?? reading.documentNumber,
    total: reading.totalMinor / 10 ** digitsOf(reading.currency),
    vatMinor: reading.vatMinor,
    rate: reading.vatRateBps !== null && books.vatRates.includes(reading.vatRateBps) ? String(reading.vatRateBps) : '',
  };
}

function saidOf(draft: Draft, { currency }: Books) {
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const { kind, datedOn, vatMinor } = draft;
  const [counterpart, documentNumber] = [given(draft.counterpart), given(draft.documentNumber)];
  const [category, paidOn] = [given(draft.category), given(draft.paidOn)];
  return {
    kind,
    datedOn,
    description: draft.description.trim(),
    totalMinor: Math.round((typedNumber(draft.total) ?? 0) * 10 ** digitsOf(currency)),
    fileIds: [...draft.fileIds],
    ...(draft.rate !== '' && { vatRateBps: Number(draft.rate) }),
    ...(vatMinor !== null && { vatMinor }),
    ...(counterpart !== undefined && { counterpart }),
    ...(documentNumber !== undefined && { documentNumber }),
    ...(category !== undefined && { category }),
    ...(paidOn !== undefined && { paidOn }),
  };
}
