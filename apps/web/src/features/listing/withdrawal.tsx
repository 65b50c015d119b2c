import { Stack, Text, Title } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { GiveReason } from '../../parts/give-reason';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { type Assistant, outdatedByListing } from './listing-queries';

/** Takes the listing back for good reasons; it can be listed again. */
export function Withdrawal({ assistant }: { readonly assistant: Assistant }) {
  const t = useText();
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
      <GiveReason
        takesAway
        label={t('listing.withdraw-why')}
        step={t('listing.withdraw')}
        maxLength={500}
        isPending={withdraw.isPending}
        onGive={withdraw.mutate}
      />
    </Stack>
  );
}
