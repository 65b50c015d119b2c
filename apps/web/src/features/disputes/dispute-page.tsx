import { Card, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { Deadline } from '../../parts/deadline';
import { FileLink } from '../../parts/files';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { UndoButton } from '../../parts/undo-button';
import { isOfTeam, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { type Dispute, disputeQuery, outdatedByDispute } from './dispute-queries';
import { DisputeStatus, useOwnSide } from './dispute-status';
import { Say } from './say';
import { SettleDispute } from './settle-dispute';
import { useMeasure } from './use-measure';

const route = getRouteApi('/own/disputes/$disputeId');

/** What is disputed, what both sides say of it, and what the reader can do about it now. */
export function DisputePage() {
  const t = useText();
  const session = useOwnSession();
  const { measure, verdict } = useMeasure();
  const { disputeId } = route.useParams();
  const { data: dispute } = useSuspenseQuery(disputeQuery(disputeId));
  const { subject, charge, asks, openedBy, answerDueAt, waitsFor } = dispute;
  const argues = isOfTeam(session);
  const side = useOwnSide();
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={t(`disputes.about-${subject.kind}`, { description: charge.description })}
        says={
          <Group gap="md">
            <DisputeStatus dispute={dispute} />
            <AssistantName id={dispute.assistantId} />
            {answerDueAt === null ? null : <Deadline at={answerDueAt} />}
          </Group>
        }
      />
      <Stack gap="xs">
        <Text>{t('disputes.in-question', { measure: measure(dispute, charge.measure) })}</Text>
        <Text>{t(`disputes.asks-${openedBy}`, { verdict: verdict(dispute, asks) })}</Text>
        {waitsFor === null ? null : (
          <Text size="sm" c="dimmed">
            {t('disputes.held')}
          </Text>
        )}
      </Stack>
      <Outcome dispute={dispute} />
      <Section title={t('disputes.statements')}>
        <Statements dispute={dispute} />
      </Section>
      {argues && waitsFor === side ? <Answer dispute={dispute} /> : null}
      {argues && waitsFor !== null ? <EndIt dispute={dispute} isOpeners={side === openedBy} /> : null}
      {side === 'administrator' && waitsFor === 'administrator' ? <SettleDispute dispute={dispute} /> : null}
      <TextLink to="/disputes">{t('disputes.to-all')}</TextLink>
    </Stack>
  );
}

function Outcome({ dispute }: { readonly dispute: Dispute }) {
  const t = useText();
  const { verdict: says } = useMeasure();
  const { verdict, settledBy, reason, creditNoteId, subject } = dispute;
  if (verdict === null) return null;
  return (
    <Section title={t('disputes.outcome')}>
      <Text>{t(`disputes.settled-by-${settledBy ?? 'sides'}`, { verdict: says(dispute, verdict) })}</Text>
      {reason === null ? null : <Text>{reason}</Text>}
      {creditNoteId === null ? null : (
        <TextLink to="/invoices/$invoiceId" params={{ invoiceId: subject.id }}>
          {t('disputes.credited')}
        </TextLink>
      )}
    </Section>
  );
}

function Statements({ dispute: { statements, unanswered } }: { readonly dispute: Dispute }) {
  const t = useText();
  const format = useFormat();
  return (
    <Stack gap="sm">
      {statements.map(({ side, text, fileIds, madeAt }) => (
        <Card key={madeAt} withBorder padding="md">
          <Text size="sm" c="dimmed">
            {t(`disputes.said-${side}`, { moment: format.moment(madeAt) })}
          </Text>
          <Text>{text}</Text>
          {fileIds.map((id) => (
            <Group key={id}>
              <FileLink id={id} />
            </Group>
          ))}
        </Card>
      ))}
      {unanswered.map((side) => (
        <Text key={side} size="sm">
          {t(`disputes.silent-${side}`)}
        </Text>
      ))}
    </Stack>
  );
}

function Answer({ dispute: { id, version } }: { readonly dispute: Dispute }) {
  const t = useText();
  const answer = useAct(
    (body: { text: string; fileIds: string[] }, key) =>
      client.body(
        client.api.POST('/v1/disputes/{id}/answer', {
          params: stepOf({ id, version }, key),
          body,
        }),
      ),
    { outdates: outdatedByDispute },
  );
  return (
    <Section title={t('disputes.answer')}>
      <Say
        label={t('disputes.your-view')}
        step={t('disputes.send')}
        problem={answer.error}
        isPending={answer.isPending}
        onSay={answer.mutate}
      />
    </Section>
  );
}

/** Whoever opened it takes it back; the other side gives in. */
function EndIt({ dispute: { id, version }, isOpeners }: { readonly dispute: Dispute; readonly isOpeners: boolean }) {
  const t = useText();
  const params = (key: string) => stepOf({ id, version }, key);
  const outdates = outdatedByDispute;
  const withdraw = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/disputes/{id}/withdrawal', { params: params(key) })),
    { outdates },
  );
  const concede = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/disputes/{id}/concession', { params: params(key) })),
    { outdates },
  );
  const end = isOpeners ? withdraw : concede;
  return (
    <Stack gap="xs">
      <ProblemNotice problem={end.error} />
      <Text size="sm" c="dimmed">
        {t(isOpeners ? 'disputes.withdraw-says' : 'disputes.concede-says')}
      </Text>
      <Group>
        <UndoButton
          variant="default"
          says={t(isOpeners ? 'disputes.withdraw' : 'disputes.concede')}
          act={() => end.mutateAsync()}
        />
      </Group>
    </Stack>
  );
}
