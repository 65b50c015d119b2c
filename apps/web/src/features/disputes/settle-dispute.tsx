import { Stack } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { GiveReason } from '../../parts/give-reason';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { ChooseVerdict, isWhole } from './choose-verdict';
import { type Dispute, outdatedByDispute, type Verdict } from './dispute-queries';

/** An administrator decides, and says why. */
export function SettleDispute({ dispute }: { readonly dispute: Dispute }) {
  const t = useText();
  const [verdict, setVerdict] = useState<Verdict>({ outcome: 'stands' });
  const { id, version } = dispute;
  const settle = useAct(
    (body: { verdict: Verdict; reason: string }, key) =>
      client.body(
        client.api.POST('/v1/admin/disputes/{id}/settlement', {
          params: stepOf({ id, version }, key),
          body,
        }),
      ),
    { outdates: outdatedByDispute },
  );
  return (
    <Section title={t('disputes.decide')}>
      <Stack gap="md">
        <ProblemNotice problem={settle.error} />
        <ChooseVerdict
          of={dispute}
          label={t('disputes.what-becomes')}
          outcomes={['stands', 'in-part', 'falls']}
          verdict={verdict}
          onChange={setVerdict}
        />
        <GiveReason
          label={t('disputes.why')}
          step={t('disputes.settle')}
          act={{
            isPending: settle.isPending,
            mutate(reason) {
              if (isWhole(verdict)) settle.mutate({ verdict, reason });
            },
          }}
        />
      </Stack>
    </Section>
  );
}
