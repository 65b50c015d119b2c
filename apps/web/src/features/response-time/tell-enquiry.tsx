import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFieldProblems } from '../../api/problem-text';
import { useAct } from '../../api/use-act';
import { Form } from '../../parts/form';
import { ProblemNotice } from '../../parts/problem-notice';
import { Saved } from '../../parts/saved';
import { Section } from '../../parts/section';
import { textFields } from '../../parts/text-fields';
import { useText } from '../../texts/use-text';
import { afterTelling, tellEnquiry } from './enquiry-queries';

const nothing = { reference: '', openedAt: '', firstAnsweredAt: '', automatic: false };

/** One enquiry, on the reader's own clock. */
export function TellEnquiry() {
  const t = useText();
  const [told, setTold] = useState(nothing);
  const tell = useAct(tellEnquiry, { outdates: afterTelling, onDone: () => setTold(nothing) });
  const field = textFields(told, setTold, useFieldProblems()(tell.error));
  const send = (): void => {
    const { reference, openedAt, firstAnsweredAt, automatic } = told;
    tell.mutate({
      reference: reference.trim(),
      openedAt: new Date(openedAt).toISOString(),
      ...(firstAnsweredAt === '' ? {} : { firstAnsweredAt: new Date(firstAnsweredAt).toISOString() }),
      ...(automatic ? { automatic } : {}),
    });
  };
  return (
    <Section title={t('response-time.by-hand')}>
      <Form onSend={send}>
        <Stack gap="sm" maw={640}>
          <Text size="sm" c="dimmed">
            {t('response-time.by-hand-says')}
          </Text>
          <Group align="flex-start">
            <TextInput {...field('reference')} label={t('response-time.reference')} required maxLength={200} />
            <TextInput {...field('openedAt')} type="datetime-local" label={t('response-time.opened')} required />
            <TextInput {...field('firstAnsweredAt')} type="datetime-local" label={t('response-time.answered')} />
          </Group>
          <Checkbox
            label={t('response-time.automatic')}
            checked={told.automatic}
            onChange={(event) => setTold({ ...told, automatic: event.currentTarget.checked })}
          />
          <ProblemNotice problem={tell.error} />
          <Group>
            <Button type="submit" variant="default" loading={tell.isPending}>
              {t('response-time.tell-one')}
            </Button>
            <Saved act={tell} />
          </Group>
        </Stack>
      </Form>
    </Section>
  );
}
