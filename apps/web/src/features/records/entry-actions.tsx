import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { UndoButton } from '../../parts/undo-button';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { correctionOf, type Draft, draftOf, paidBy } from './entry-draft';
import { EntryForm } from './entry-form';
import { amendEntry, booksQuery, type Entry, fileEntry } from './record-queries';

type Form = 'change' | 'correct' | 'pay';

/** What may be done with an entry beside reviewing it; the API decides again. */
function formsFor(entry: Entry, side: 'business' | 'agency'): Form[] {
  if (entry.status === 'withdrawn') return [];
  if (side === 'agency') {
    if (entry.isLocked) return [];
    if (entry.kind === 'bank-line') return entry.category === null ? ['pay'] : [];
    return entry.status === 'reviewed' ? [] : ['change'];
  }
  if (entry.isLocked) return entry.kind === 'bank-line' ? [] : ['correct'];
  return entry.kind === 'bank-line' && entry.category === null ? ['pay', 'change'] : ['change'];
}

const today = (): string => new Date().toLocaleDateString('sv-SE');

const firstOf: Readonly<Record<Form, (entry: Entry) => Draft>> = {
  change: draftOf,
  correct: (entry) => correctionOf(entry, today()),
  pay: paidBy,
};

/** An entry is changed or taken out while its month is open, put right by a later one after that; a line of the bank gets its entry. */
export function EntryActions({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const session = useOwnSession();
  const [open, setOpen] = useState<Form | null>(null);
  const isOwn = hasRole(session, 'business.owner', 'business.colleague');
  const files = isOwn || session.organisationKind === 'agency';
  const forms = files ? formsFor(entry, isOwn ? 'business' : 'agency') : [];
  const { data: books } = useQuery({ ...booksQuery(entry.businessId), enabled: open !== null });
  const withdraw = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/records/{id}/withdrawal', {
          params: stepOf(entry, key),
        }),
      ),
    { outdates: [['records']] },
  );
  // What an agency files for a line of the bank is filed in the engagement in which it brought the line.
  const engagement = isOwn || entry.engagementId === null ? {} : { engagementId: entry.engagementId };
  if (forms.length === 0) return null;
  return (
    <Stack gap="sm" mt="sm">
      <ProblemNotice problem={withdraw.error} />
      <Group gap="xs">
        {forms.map((form) => (
          <Button
            key={form}
            size="compact-sm"
            variant="default"
            aria-expanded={open === form}
            onClick={() => setOpen(open === form ? null : form)}
          >
            {t(`records.${form}`)}
          </Button>
        ))}
        {forms.includes('change') ? (
          <UndoButton
            size="compact-sm"
            variant="subtle"
            says={t('records.withdraw')}
            act={() => withdraw.mutateAsync()}
          />
        ) : null}
      </Group>
      {open === null || books === undefined ? null : (
        <Stack gap="xs">
          {open === 'correct' ? <Text size="sm">{t('records.correct-says')}</Text> : null}
          <EntryForm
            key={`${open} ${entry.version}`}
            books={books.body}
            first={firstOf[open](entry)}
            isNew={open !== 'change'}
            step={t(open === 'change' ? 'records.save-change' : 'records.file-it')}
            send={(said, key) =>
              open === 'change' ? amendEntry(entry, said, key) : fileEntry({ ...said, ...engagement }, key)
            }
            onDone={() => setOpen(null)}
          />
        </Stack>
      )}
    </Stack>
  );
}
