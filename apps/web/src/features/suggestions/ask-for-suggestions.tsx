import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { typed } from '../../parts/typed';
import { useText } from '../../texts/use-text';

export interface AgencyToAsk {
  readonly id: string;
  readonly name: string;
}

/** Whom to ask how the work could be easier, and what about; of one agency there is nothing to choose. */
export function AskForSuggestions({
  needId,
  agencies,
}: {
  readonly needId: string;
  readonly agencies: readonly AgencyToAsk[];
}) {
  const t = useText();
  const only = agencies.length === 1 ? agencies[0] : undefined;
  const [chosen, setChosen] = useState<string[]>([]);
  const [question, setQuestion] = useState('');
  const agencyIds = only === undefined ? chosen : [only.id];
  const ask = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/suggestion-requests', {
          params: { header: { 'Idempotency-Key': key } },
          body: { needId, agencyIds, ...(question.trim() === '' ? {} : { question: question.trim() }) },
        }),
      ),
    {
      outdates: [['suggestion-requests']],
      onDone() {
        setChosen([]);
        setQuestion('');
      },
    },
  );
  if (agencies.length === 0) return null;
  return (
    <Stack gap="sm" maw={560}>
      <Text size="sm" c="dimmed">
        {t('suggestions.seen')}
      </Text>
      {only === undefined ? (
        <Checkbox.Group label={t('suggestions.whom')} value={chosen} onChange={setChosen} maxSelectedValues={10}>
          <Group gap="md" mt="xs">
            {agencies.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
      <Textarea
        label={t('suggestions.question')}
        autosize
        minRows={2}
        maxLength={2_000}
        {...typed(question, setQuestion)}
      />
      <ProblemNotice problem={ask.error} />
      <div>
        <Button
          variant="default"
          disabled={agencyIds.length === 0}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {only === undefined ? t('suggestions.ask') : t('suggestions.ask-one')}
        </Button>
      </div>
    </Stack>
  );
}
