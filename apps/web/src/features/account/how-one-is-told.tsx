import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import type { components } from '@ajudant/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { readersZone } from '../../format/use-format';
import { Form } from '../../parts/form';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { type Session, useOwnSession } from '../../session/session';
import { type Language, languageNames, languages } from '../../texts/languages';
import { useText } from '../../texts/use-text';

type Preferences = components['schemas']['NotificationPreferencesDto'];
type Topic = keyof Preferences['mail'];
type MailChoice = NonNullable<Preferences['mail'][Topic]>;

const choices = ['at-once', 'daily', 'never'] as const satisfies readonly MailChoice[];
/** Chosen where nothing is: each thing is mailed as it matters. */
const usual = 'usual';

const ofParties: readonly Topic[] = ['bookings', 'agreements', 'work', 'messages', 'reviews', 'organisation'];
function topicsOf({ organisationKind }: Session): readonly Topic[] {
  switch (organisationKind) {
    case 'business':
      return [...ofParties, 'proposals', 'invoices'];
    case 'agency':
      return [...ofParties, 'proposals', 'workplaces', 'invoices'];
    case 'marketplace':
      return ['operations'];
  }
}

/** By topic, whether one is written to at once, once a day, or never. */
export function HowOneIsTold() {
  const t = useText();
  const { data, error } = useQuery({
    queryKey: ['notification-preferences'],
    queryFn: () => client.answer(client.api.GET('/v1/account/notification-preferences')),
  });
  const save = useAct(
    ({ etag, wanted }: { etag: string; wanted: Preferences }) =>
      client.body(
        client.api.PUT('/v1/account/notification-preferences', {
          params: { header: { 'If-Match': etag } },
          body: wanted,
        }),
      ),
    { outdates: [['notification-preferences']] },
  );
  return (
    <Section title={t('account.told')} says={t('account.told-says')}>
      <Stack gap="md">
        <ProblemNotice problem={error ?? save.error} />
        {save.isSuccess ? <Text role="status">{t('account.saved')}</Text> : null}
        {data === undefined && error === null ? <Loader aria-label={t('words.loading')} /> : null}
        {data === undefined ? null : (
          <PreferencesForm
            key={data.etag}
            preferences={data.body}
            isSaving={save.isPending}
            onSave={(wanted) => save.mutate({ etag: data.etag ?? '*', wanted })}
          />
        )}
      </Stack>
    </Section>
  );
}

function PreferencesForm({
  preferences,
  isSaving,
  onSave,
}: {
  readonly preferences: Preferences;
  readonly isSaving: boolean;
  readonly onSave: (wanted: Preferences) => void;
}) {
  const t = useText();
  const topics = topicsOf(useOwnSession());
  const [wanted, setWanted] = useState(preferences);
  const choose = (topic: Topic, choice: string): void => {
    const { [topic]: _before, ...others } = wanted.mail;
    setWanted({ ...wanted, mail: choice === usual ? others : { ...others, [topic]: choice as MailChoice } });
  };
  const zones = [...new Set([readersZone, ...(wanted.timeZone === null ? [] : [wanted.timeZone])])];
  return (
    <Form onSend={() => onSave(wanted)}>
      <Stack gap="sm">
        <Group grow align="flex-end">
          <Select
            label={t('account.language')}
            allowDeselect={false}
            value={wanted.language}
            data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
            onChange={(language) => setWanted({ ...wanted, language: language as Language })}
          />
          <Select
            label={t('account.time-zone')}
            allowDeselect={false}
            value={wanted.timeZone ?? usual}
            data={[
              { value: usual, label: t('account.time-zone-usual') },
              ...zones.map((zone) => ({ value: zone, label: zone })),
            ]}
            onChange={(zone) => setWanted({ ...wanted, timeZone: zone === usual ? null : zone })}
          />
        </Group>
        {topics.map((topic) => (
          <Select
            key={topic}
            label={t(`account.topic-${topic}`)}
            allowDeselect={false}
            value={wanted.mail[topic] ?? usual}
            data={[usual, ...choices].map((each) => ({ value: each, label: t(`account.mail-${each as 'usual'}`) }))}
            onChange={(choice) => choose(topic, choice!)}
          />
        ))}
        <Button type="submit" loading={isSaving}>
          {t('account.save')}
        </Button>
      </Stack>
    </Form>
  );
}
