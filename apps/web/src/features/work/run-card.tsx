import { Card, Group, List, Stack, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { FileLink } from '../../parts/files';
import { type Meaning, StatusWord } from '../../parts/status-word';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { DisputeLink } from '../disputes/dispute-link';
import { Judge } from './judge';
import { ReportDone } from './report-done';
import { WhoForWhom } from './who-for-whom';
import type { Run } from './work-queries';
import classes from './work.module.css';

const meanings: Readonly<Record<Run['status'], Meaning>> = {
  scheduled: 'draft',
  done: 'waits-for-them',
  returned: 'at-risk',
  accepted: 'good',
  cancelled: 'ended',
};

/** A duty of a period: what it is, how one knows that it is done, and what the reader can do about it now. */
export function RunCard({ run, inHand = false }: { readonly run: Run; readonly inHand?: boolean }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const isBusiness = session.organisationKind === 'business';
  const overdue = run.status === 'scheduled' && run.lateAt !== null && run.lateAt < new Date().toISOString();
  const opened = run.opensAt <= new Date().toISOString();
  return (
    <Card
      component="article"
      withBorder
      padding="md"
      mb="sm"
      data-in-hand={inHand || undefined}
      className={classes.run}
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb={2}>
        <Text fw={600}>{run.description}</Text>
        <StatusWord
          meaning={overdue ? 'at-risk' : run.status === 'done' && isBusiness ? 'waits-for-you' : meanings[run.status]}
          word={overdue ? t('work.overdue') : t(`work.status-${run.status}`)}
        />
      </Group>
      <Stack gap={2}>
        {isBusiness ? null : <WhoForWhom run={run} />}
        <Text size="sm" c="dimmed">
          {run.owed} × {run.unit} · {t('work.due', { moment: format.deadline(run.lateAt ?? run.dueAt) })}
        </Text>
        <Text size="sm">{t('agreements.done-when', { criterion: run.doneCriterion })}</Text>
      </Stack>
      {run.returnReason === null ? null : (
        <Text mt="sm">{t('work.returned-because', { reason: run.returnReason })}</Text>
      )}
      {run.status === 'done' && isBusiness && run.silenceAcceptsAt !== null ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('work.silence', { moment: format.deadline(run.silenceAcceptsAt) })}
        </Text>
      ) : null}
      {run.evidence.length === 0 ? null : (
        <Stack gap={2} mt="sm">
          <Text size="sm">
            {t('work.reported', {
              quantity: run.quantity ?? 0,
              unit: run.unit,
              time: format.minutes(run.minutes ?? 0),
            })}
          </Text>
          <List size="sm">
            {run.evidence.map(({ kind, value }) => (
              <List.Item key={value}>
                {kind === 'file' ? (
                  <FileLink id={value} />
                ) : kind === 'link' && /^https?:/.test(value) ? (
                  <a href={value} rel="noreferrer noopener" target="_blank">
                    {value}
                  </a>
                ) : (
                  value
                )}
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
      {run.evidence.length === 0 || run.invoiceId !== null ? null : (
        <DisputeLink kind="duty-run" id={run.id} engagementId={run.engagementId} disputeId={run.disputeId} />
      )}
      {run.status === 'done' && run.disputeId === null && hasRole(session, 'business.owner', 'business.colleague') ? (
        <Judge run={run} inHand={inHand} />
      ) : null}
      {(run.status === 'scheduled' || run.status === 'returned') && run.disputeId === null && !isBusiness && opened ? (
        <ReportDone run={run} />
      ) : null}
    </Card>
  );
}
