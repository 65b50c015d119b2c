import { Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { Assistant } from '../listing/listing-queries';
import { Assessment } from './assessment';
import { type Clearance, clearancesQuery } from './clearance-queries';
import { ClearanceStatus } from './clearance-status';
import { OpenActions } from './open-actions';
import { ReportForm } from './report-form';
import { ReportRead } from './report-read';
import { TrainingOf } from './training';
import { Voiding } from './voiding';

/** Whether an assistant's workplace at home is cleared, and what there is to do about it now. */
export function Workplace({ assistant }: { readonly assistant: Assistant }) {
  const t = useText();
  const session = useOwnSession();
  const { data: clearances } = useSuspenseQuery(clearancesQuery(assistant.id));
  const [renewing, setRenewing] = useState(false);
  const inForce = clearances.find(({ status }) => status === 'granted');
  const asked = clearances.find(({ status }) => status === 'requested');
  const earlier = clearances.filter((clearance) => clearance !== inForce && clearance !== asked);
  const cares = hasRole(session, 'agency.owner', 'agency.coordinator', 'agency.assessor', 'agency.assistant');
  const assesses = hasRole(session, 'agency.assessor') && session.assistantId !== assistant.id;
  return (
    <Stack gap="xxl" maw={760}>
      {inForce === undefined ? (
        <Text>{t(asked === undefined ? 'workplace.none' : 'workplace.not-yet')}</Text>
      ) : (
        <InForce clearance={inForce} cares={cares} />
      )}
      {asked === undefined ? null : (
        <Section title={t('workplace.asked')} aside={<ClearanceStatus clearance={asked} />}>
          <Stack gap="xl">
            <Text c="dimmed">{t(assesses ? 'workplace.asked-assessor' : 'workplace.asked-others')}</Text>
            {cares ? (
              <ReportForm key={asked.version} assistant={assistant} clearance={asked} />
            ) : (
              <ReportRead clearance={asked} />
            )}
            {assesses ? <Assessment clearance={asked} /> : null}
            {cares ? <Voiding clearance={asked} reasons={['withdrawn']} /> : null}
          </Stack>
        </Section>
      )}
      {asked !== undefined || !cares ? null : inForce === undefined || renewing ? (
        <Section title={t('workplace.report')}>
          <ReportForm assistant={assistant} clearance={null} />
        </Section>
      ) : (
        <Group>
          <Button variant="default" onClick={() => setRenewing(true)}>
            {t('workplace.renew')}
          </Button>
        </Group>
      )}
      <TrainingOf assistantId={assistant.id} />
      {earlier.length === 0 ? null : (
        <Section title={t('workplace.earlier')}>
          <Stack gap="sm">
            {earlier.map((clearance) => (
              <Earlier key={clearance.id} clearance={clearance} />
            ))}
          </Stack>
        </Section>
      )}
    </Stack>
  );
}

function InForce({ clearance, cares }: { readonly clearance: Clearance; readonly cares: boolean }) {
  const t = useText();
  const format = useFormat();
  return (
    <Section title={t('workplace.in-force')} aside={<ClearanceStatus clearance={clearance} />}>
      <Stack gap="xl">
        <Text>
          {t('workplace.granted', {
            name: clearance.assessor?.name ?? '',
            day: format.dayOf(clearance.grantedAt ?? ''),
            until: format.dayOf(clearance.validUntil ?? ''),
          })}
        </Text>
        <OpenActions clearance={clearance} mayClose={cares} />
        <ReportRead clearance={clearance} />
        {cares ? <Voiding clearance={clearance} reasons={['moved', 'pain-reported']} /> : null}
      </Stack>
    </Section>
  );
}

function Earlier({ clearance }: { readonly clearance: Clearance }) {
  const t = useText();
  const format = useFormat();
  return (
    <Group gap="md">
      <ClearanceStatus clearance={clearance} />
      <Text size="sm">
        {t('workplace.asked-on', { day: format.dayOf(clearance.requestedAt) })}
        {clearance.voidedAt === null || clearance.voidReason === null
          ? ''
          : ` · ${t('workplace.voided-on', {
              day: format.dayOf(clearance.voidedAt),
              reason: t(`workplace.void-${clearance.voidReason}`),
            })}`}
      </Text>
    </Group>
  );
}
