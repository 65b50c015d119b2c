import { Box, Stack } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { GiveReason } from '../../parts/give-reason';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
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
    <Box mt="xxl" maw={640}>
      <Section title={t('listing.withdraw')} says={t('listing.withdraw-says')}>
        <Stack gap="sm">
          <ProblemNotice problem={withdraw.error} />
          <GiveReason
            takesAway
            label={t('listing.withdraw-why')}
            step={t('listing.withdraw')}
            maxLength={500}
            act={withdraw}
          />
        </Stack>
      </Section>
    </Box>
  );
}
