import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { afterTelling, tellEnquiry } from './enquiry-queries';

const nothing = { reference: '', openedAt: '', firstAnsweredAt: '', automatic: false };

/** One enquiry, on the reader's own clock. */
export function TellEnquiry() {
  const t = useText();
  const [typed, setTyped] = useState(nothing);
  const tell = useAct(tellEnquiry, { outdates: afterTelling, onDone: () => setTyped(nothing) });
  const wrong = useFieldProblems()(tell.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { reference, openedAt, firstAnsweredAt, automatic } = typed;
    tell.mutate({
      reference: reference.trim(),
      openedAt: new Date(openedAt).toISOString(),
      ...(firstAnsweredAt === '' ? {} : { firstAnsweredAt: new Date(firstAnsweredAt).toISOString() }),
      ...(automatic ? { automatic } : {}),
    });
  };
  return (
    <Section title={t('response-time.by-hand')}>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={640}>
          <Text size="sm" c="dimmed">
            {t('response-time.by-hand-says')}
          </Text>
          <Group align="flex-start">
            <TextInput
              label={t('response-time.reference')}
              required
              maxLength={200}
              value={typed.reference}
              error={wrong['reference']}
              onChange={(event) => setTyped({ ...typed, reference: event.currentTarget.value })}
            />
            <TextInput
              type="datetime-local"
              label={t('response-time.opened')}
              required
              value={typed.openedAt}
              error={wrong['openedAt']}
              onChange={(event) => setTyped({ ...typed, openedAt: event.currentTarget.value })}
            />
            <TextInput
              type="datetime-local"
              label={t('response-time.answered')}
              value={typed.firstAnsweredAt}
              error={wrong['firstAnsweredAt']}
              onChange={(event) => setTyped({ ...typed, firstAnsweredAt: event.currentTarget.value })}
            />
          </Group>
          <Checkbox
            label={t('response-time.automatic')}
            checked={typed.automatic}
            onChange={(event) => setTyped({ ...typed, automatic: event.currentTarget.checked })}
          />
          <ProblemNotice problem={tell.error} />
          <Group>
            <Button type="submit" variant="default" loading={tell.isPending}>
              {t('response-time.tell-one')}
            </Button>
            <Saved act={tell} />
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
