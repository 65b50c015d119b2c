import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { type Handover, outdatedBySubstitution } from './substitution-queries';

type Item = NonNullable<Handover['openItems']>[number];

/** One a line; a date after a bar is by when it is due. */
const textOf = (items: readonly Item[] | null): string =>
  (items ?? []).map(({ what, dueOn }) => (dueOn === null ? what : `${what} | ${dueOn}`)).join('\n');

const itemsOf = (text: string): Item[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, what, dueOn] = /^(.*?)\s*\|\s*(\d{4}-\d{2}-\d{2})$/.exec(line) ?? [];
      return { what: what ?? line, dueOn: dueOn ?? null };
    });

/** Writes what is missing; it may be saved half done, and is complete when nothing is missing any more. */
export function WriteHandover({ handover }: { readonly handover: Handover }) {
  const t = useText();
  const { substitutionId: id, version, duties, accesses } = handover;
  const [howTos, setHowTos] = useState(() => new Map(duties.map(({ lineId, howTo }) => [lineId, howTo ?? ''])));
  const [hows, setHows] = useState(() => new Map(accesses.map(({ accessGrantId, how }) => [accessGrantId, how ?? ''])));
  const [open, setOpen] = useState(() => textOf(handover.openItems));
  const [promised, setPromised] = useState(() => textOf(handover.promises));
  const [isWhole, setIsWhole] = useState(handover.openItems !== null && handover.promises !== null);
  const write = useAct(
    (_: void, key) =>
      client.body(
        client.api.PUT('/v1/substitutions/{id}/handover', {
          params: stepOf({ id, version }, key),
          body: {
            howTos: [...howTos].flatMap(([lineId, text]) => (text.trim() === '' ? [] : [{ lineId, text }])),
            accesses: [...hows].flatMap(([accessGrantId, how]) => (how.trim() === '' ? [] : [{ accessGrantId, how }])),
            ...(isWhole && { openItems: itemsOf(open), promises: itemsOf(promised) }),
          },
        }),
      ),
    { outdates: outdatedBySubstitution },
  );
  return (
    <Section title={t('substitutions.write')}>
      <Stack gap="sm">
        <ProblemNotice problem={write.error} />
        {duties.map(({ lineId, description }) => (
          <Textarea
            key={lineId}
            label={t('substitutions.how-to', { duty: description })}
            autosize
            minRows={2}
            maxLength={2000}
            value={howTos.get(lineId) ?? ''}
            onChange={(event) => setHowTos(new Map(howTos).set(lineId, event.currentTarget.value))}
          />
        ))}
        {accesses.map(({ accessGrantId, name }) => (
          <TextInput
            key={accessGrantId}
            label={t('substitutions.how-in', { name })}
            maxLength={500}
            value={hows.get(accessGrantId) ?? ''}
            onChange={(event) => setHows(new Map(hows).set(accessGrantId, event.currentTarget.value))}
          />
        ))}
        <Textarea
          label={t('substitutions.open-items')}
          description={t('substitutions.one-a-line')}
          autosize
          value={open}
          onChange={(event) => setOpen(event.currentTarget.value)}
        />
        <Textarea
          label={t('substitutions.promises')}
          description={t('substitutions.one-a-line')}
          autosize
          value={promised}
          onChange={(event) => setPromised(event.currentTarget.value)}
        />
        <Checkbox
          label={t('substitutions.that-is-all')}
          checked={isWhole}
          onChange={(event) => setIsWhole(event.currentTarget.checked)}
        />
        <Group>
          <Button loading={write.isPending} onClick={() => write.mutate()}>
            {t('substitutions.save')}
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
