import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { AssistantChoice } from './assistant-choice';
import { outdatedOutsideCalendars, outsideCalendarsQuery } from './calendar-queries';
import { OutsideCalendarCard } from './outside-calendar-card';

interface Draft {
  readonly assistantId: string | null;
  readonly address: string;
  readonly name: string;
}
const nothing: Draft = { assistantId: null, address: '', name: '' };

/** Calendars kept elsewhere, whose busy times nobody can book. */
export function OutsideCalendars({ choosesAssistant }: { readonly choosesAssistant: boolean }) {
  const t = useText();
  const calendars = useQuery(outsideCalendarsQuery);
  const [draft, setDraft] = useState(nothing);
  const link = useAct(
    ({ assistantId, address, name }: Draft, key) =>
      client.body(
        client.api.POST('/v1/outside-calendars', {
          params: { header: { 'Idempotency-Key': key } },
          body: { address, name, ...(assistantId !== null && { assistantId }) },
        }),
      ),
    { outdates: outdatedOutsideCalendars, onDone: () => setDraft(nothing) },
  );
  const wrong = useFieldProblems()(link.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    link.mutate(draft);
  };
  return (
    <Section title={t('connections.outside')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t(choosesAssistant ? 'connections.outside-say-team' : 'connections.outside-say')}
        </Text>
        {calendars.data?.items.length === 0 ? <Text>{t('connections.outside-none')}</Text> : null}
        {calendars.data?.items.map((calendar) => (
          <OutsideCalendarCard key={calendar.id} calendar={calendar} showsAssistant={choosesAssistant} />
        ))}
        <ProblemNotice problem={calendars.error ?? link.error} />
        <form onSubmit={submit}>
          <Stack gap="sm" maw={480}>
            {choosesAssistant ? (
              <AssistantChoice
                label={t('connections.outside-whose')}
                value={draft.assistantId}
                onChange={(assistantId) => setDraft({ ...draft, assistantId })}
              />
            ) : null}
            <TextInput
              label={t('connections.outside-address')}
              description={t('connections.outside-address-says')}
              required
              maxLength={2000}
              value={draft.address}
              error={wrong['address']}
              onChange={(event) => setDraft({ ...draft, address: event.currentTarget.value })}
            />
            <TextInput
              label={t('connections.outside-name')}
              required
              maxLength={80}
              value={draft.name}
              error={wrong['name']}
              onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
            />
            <Group>
              <Button type="submit" variant="light" loading={link.isPending}>
                {t('connections.outside-link')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Section>
  );
}
