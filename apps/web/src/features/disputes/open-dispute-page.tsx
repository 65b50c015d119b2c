import { Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { ChooseVerdict, isWhole } from './choose-verdict';
import { type Dispute, type DisputeSubject, outdatedByDispute, type Verdict } from './dispute-queries';
import { useOwnSide } from './dispute-status';
import { Say, type Said } from './say';
import { useMeasure } from './use-measure';

type Of = Pick<Dispute, 'subject' | 'charge'>;

const route = getRouteApi('/own/disputes/new');

/** A side disputes a run, some time or an invoice. */
export function OpenDisputePage() {
  const t = useText();
  const go = useNavigate();
  const { measure } = useMeasure();
  const of = useDisputed(route.useSearch());
  const isBusiness = useOwnSide() === 'business';
  const [asks, setAsks] = useState<Verdict>({ outcome: isBusiness ? 'falls' : 'stands' });
  const open = useAct(
    (said: Said, key) =>
      client.body(
        client.api.POST('/v1/disputes', {
          params: { header: { 'Idempotency-Key': key } },
          body: { subject: of.subject, asks, ...said },
        }),
      ),
    {
      outdates: outdatedByDispute,
      onDone: ({ id }) => go({ to: '/disputes/$disputeId', params: { disputeId: id } }),
    },
  );
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={t(`disputes.about-${of.subject.kind}`, { description: of.charge.description })}
        says={t('disputes.open-says')}
      />
      <Text>{t('disputes.in-question', { measure: measure(of, of.charge.measure) })}</Text>
      <Say
        label={t('disputes.why-open')}
        step={t('disputes.open')}
        problem={open.error}
        isPending={open.isPending}
        isReady={isWhole(asks)}
        onSay={open.mutate}
      >
        <ChooseVerdict
          of={of}
          label={t('disputes.what-you-want')}
          outcomes={isBusiness ? ['falls', 'in-part'] : ['stands', 'in-part']}
          verdict={asks}
          onChange={setAsks}
        />
      </Say>
    </Stack>
  );
}

/** What is to be disputed, as it is read. */
function useDisputed({ kind, id, engagement }: { kind: DisputeSubject['kind']; id: string; engagement: string }): Of {
  const { data } = useSuspenseQuery({
    queryKey: ['disputes', 'new', kind, id],
    queryFn: () => readDisputed(kind, id, engagement),
  });
  return data;
}

async function readDisputed(kind: DisputeSubject['kind'], id: string, engagementId: string): Promise<Of> {
  const subject = { kind, id };
  if (kind === 'invoice') {
    const { number, subtotal } = await client.body(client.api.GET('/v1/invoices/{id}', { params: { path: { id } } }));
    return { subject, charge: { description: number, unit: null, measure: subtotal.amountMinor, amount: subtotal } };
  }
  if (kind === 'duty-run') {
    const path = { id: engagementId, runId: id };
    const run = await client.body(client.api.GET('/v1/engagements/{id}/duty-runs/{runId}', { params: { path } }));
    const { description, unit, unitPrice } = run;
    return { subject, charge: { description, unit, measure: run.quantity ?? 0, amount: unitPrice } };
  }
  const entry = await client.body(client.api.GET('/v1/time-entries/{id}', { params: { path: { id } } }));
  const path = { id: entry.engagementId };
  const agreement = await client.body(client.api.GET('/v1/agreements/{id}', { params: { path } }));
  const lines = agreement.versions.flatMap((version) => version.lines);
  const description = lines.find(({ lineId }) => lineId === entry.lineId)?.description ?? entry.lineId;
  const measure = entry.chargedMinutes ?? entry.roundedMinutes ?? 0;
  return { subject, charge: { description, unit: null, measure, amount: entry.hourlyRate! } };
}
