import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { type Assistant, outdatedByListing } from './listing-queries';

/** Takes the listing back for good reasons; it can be listed again. */
export function Withdrawal({ assistant }: { readonly assistant: Assistant }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const withdraw = useAct(
    (given: string) =>
      client.body(
        client.api.POST('/v1/assistants/{id}/withdrawal', {
          params: { path: { id: assistant.id }, header: { 'If-Match': `"${assistant.version}"` } },
          body: { reason: given },
        }),
      ),
    { outdates: outdatedByListing },
  );
  return (
    <Stack component="section" gap="sm" mt="xxl" maw={640}>
      <Title order={2} size="h4">
        {t('listing.withdraw')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('listing.withdraw-says')}
      </Text>
      <ProblemNotice problem={withdraw.error} />
      <Group align="flex-end">
        <TextInput
          flex={1}
          miw={220}
          label={t('listing.withdraw-why')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          variant="light"
          color="red"
          disabled={reason.trim() === ''}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(reason)}
        >
          {t('listing.withdraw')}
        </Button>
      </Group>
    </Stack>
  );
}
