import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { textFields } from '../../parts/text-fields';
import { useText } from '../../texts/use-text';
import { AssistantChoice } from './assistant-choice';
import { outdatedOutsideCalendars, outsideCalendarsQuery } from './calendar-queries';
import { ConnectionSection } from './connection-section';
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
  const field = textFields(draft, setDraft, useFieldProblems()(link.error));
  return (
    <ConnectionSection
      title={t('connections.outside')}
      says={t(choosesAssistant ? 'connections.outside-say-team' : 'connections.outside-say')}
      none={t('connections.outside-none')}
      known={calendars}
      card={(calendar) => (
        <OutsideCalendarCard key={calendar.id} calendar={calendar} showsAssistant={choosesAssistant} />
      )}
      make={link}
      step={t('connections.outside-link')}
      onSend={() => link.mutate(draft)}
    >
      {choosesAssistant ? (
        <AssistantChoice
          label={t('connections.outside-whose')}
          value={draft.assistantId}
          onChange={(assistantId) => setDraft({ ...draft, assistantId })}
        />
      ) : null}
      <TextInput
        {...field('address')}
        label={t('connections.outside-address')}
        description={t('connections.outside-address-says')}
        required
        maxLength={2000}
      />
      <TextInput {...field('name')} label={t('connections.outside-name')} required maxLength={80} />
    </ConnectionSection>
  );
}
