import { ApiProblem, type components } from '@ajudant/client';
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/use-act';
import { BringFile, FileLink, type KnownFile } from '../../parts/files';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { useText } from '../../texts/use-text';
import { type Draft, draftRead, isReady, saidOf } from './entry-draft';
import { EntryFields } from './entry-fields';
import { type Books, type Entry, readDocument } from './record-queries';

type Said = components['schemas']['AmendRecordDto'];

/** An entry being written: with its papers, which fill in the rest where they can be read. */
export function EntryForm({
  books,
  first,
  isNew,
  step,
  send,
  onDone,
}: {
  readonly books: Books;
  /** What the form begins with, and goes back to once it was sent. */
  readonly first: Draft;
  readonly isNew: boolean;
  readonly step: string;
  readonly send: (said: Said, key: string) => Promise<Entry>;
  readonly onDone?: () => void;
}) {
  const t = useText();
  const [draft, setDraft] = useState(first);
  const say = (changes: Partial<Draft>): void => setDraft((known) => ({ ...known, ...changes }));
  const brought = async ({ id, mediaType }: KnownFile): Promise<void> => {
    setDraft((known) => ({ ...known, fileIds: [...known.fileIds, id] }));
    const reading = isNew && mediaType === 'application/xml' ? await readDocument(id) : null;
    if (reading !== null) setDraft((known) => ({ ...known, ...draftRead(reading, books, known.kind) }));
  };
  const file = useAct((said: Said, key) => send(said, key), {
    outdates: [['records']],
    onDone: () => {
      setDraft(first);
      onDone?.();
    },
  });
  const looksKnown = file.error instanceof ApiProblem && file.error.code === 'record.duplicate';
  return (
    <Stack gap="sm" maw={720}>
      {draft.kind === 'bank-line' ? null : (
        <>
          <BringFile onBrought={brought} />
          <Group gap="xs">
            {draft.fileIds.map((id) => (
              <FileLink key={id} id={id} />
            ))}
          </Group>
        </>
      )}
      <EntryFields draft={draft} books={books} say={say} isNew={isNew} />
      <ProblemNotice problem={file.error} />
      <Group>
        <Button disabled={!isReady(draft)} loading={file.isPending} onClick={() => file.mutate(saidOf(draft, books))}>
          {step}
        </Button>
        {looksKnown ? (
          <Button
            variant="default"
            loading={file.isPending}
            onClick={() => file.mutate({ ...saidOf(draft, books), isNoDuplicate: true })}
          >
            {t('records.is-another')}
          </Button>
        ) : null}
        <Saved act={file} />
      </Group>
    </Stack>
  );
}
