import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { PartOfEngagement } from '../engagements/part-of-engagement';
import { AbsenceLine } from './absence-line';
import { engagementAbsencesQuery, outdatedByAbsence } from './absence-queries';

/** Whether somebody is away from an engagement, and what that takes off its price. */
export function EngagementAbsences({ engagementId, isActive }: PartOfEngagement) {
  const t = useText();
  const session = useOwnSession();
  const { data } = useSuspenseQuery(engagementAbsencesQuery(engagementId));
  const report = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/absences', {
          params: { header: { 'Idempotency-Key': key } },
          body: { kind: 'other', engagementId },
        }),
      ),
    { outdates: outdatedByAbsence },
  );
  const isBusiness = hasRole(session, 'business.owner', 'business.colleague');
  const isAgency = hasRole(session, 'agency.owner', 'agency.coordinator', 'agency.assistant');
  return (
    <Section title={t('absences.of-engagement')}>
      <Stack gap="sm">
        <Text fw={data.awayNow ? 600 : undefined}>{t(data.awayNow ? 'absences.pauses' : 'absences.goes-on')}</Text>
        <LessOwed engagementId={engagementId} />
        {data.items.map((absence) => (
          <AbsenceLine key={absence.id} absence={absence} />
        ))}
        <ProblemNotice problem={report.error} />
        {isBusiness && isActive && !data.awayNow ? (
          <Group>
            <Button variant="default" loading={report.isPending} onClick={() => report.mutate()}>
              {t('absences.is-not-there')}
            </Button>
          </Group>
        ) : null}
        {isAgency ? <TextLink to="/absences">{t('absences.to-all')}</TextLink> : null}
      </Stack>
    </Section>
  );
}

/** What isn't owed, line by line, and what is left of the price. */
function LessOwed({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const format = useFormat();
  const { data } = useSuspenseQuery(engagementAbsencesQuery(engagementId));
  const { notOwed, notOwedTotal, agreedSubtotal, owedSubtotal, missedMinutes } = data;
  return (
    <>
      {missedMinutes === 0 ? null : <Text>{t('absences.missed', { time: format.minutes(missedMinutes) })}</Text>}
      {notOwed.length === 0 ? null : (
        <>
          <Text>
            {t('absences.less', {
              less: format.money(notOwedTotal),
              agreed: format.money(agreedSubtotal),
              owed: format.money(owedSubtotal),
            })}
          </Text>
          <List>
            {notOwed.map(({ lineId, description, unit, quantity, amount }) => (
              <List.Item key={lineId}>
                {t('absences.less-of-line', { line: description, quantity, unit, amount: format.money(amount) })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}
