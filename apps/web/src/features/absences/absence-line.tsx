import { Button, Group, Stack, Text } from '@mantine/core';
import { client } from '../../api/client';
import { stepOf } from '../../api/step-of';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { ProblemNotice } from '../../parts/problem-notice';
import { StatusWord } from '../../parts/status-word';
import { UndoButton } from '../../parts/undo-button';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { type Absence, outdatedByAbsence } from './absence-queries';

/** Who is away, and from when until when; the side that said so can say that she is back, or that it was a mistake. */
export function AbsenceLine({ absence, named = false }: { readonly absence: Absence; readonly named?: boolean }) {
  const t = useText();
  const format = useFormat();
  const session = useOwnSession();
  const { id, version, kind, startsAt, endsAt, reportedBy, assistantId } = absence;
  const params = (key: string) => stepOf({ id, version }, key);
  const end = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/absences/{id}/end', { params: params(key), body: {} })),
    { outdates: outdatedByAbsence },
  );
  const withdraw = useAct(
    (_: void, key) => client.body(client.api.POST('/v1/absences/{id}/withdrawal', { params: params(key) })),
    { outdates: outdatedByAbsence },
  );
  const now = new Date().toISOString();
  const [hasBegun, isOver] = [startsAt <= now, endsAt !== null && endsAt <= now];
  const ofBusiness = reportedBy === 'business';
  const acts = ofBusiness
    ? hasRole(session, 'business.owner', 'business.colleague')
    : hasRole(session, 'agency.owner', 'agency.coordinator', 'agency.assistant');
  const word = isOver ? 'over' : hasBegun ? 'away' : 'ahead';
  return (
    <Stack gap="xs" py="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          {named ? <AssistantName id={assistantId} plain /> : null}
          <Text>
            {endsAt === null
              ? t('absences.since', { from: format.moment(startsAt) })
              : t('absences.from-to', { from: format.moment(startsAt), to: format.moment(endsAt) })}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`absences.kind-${kind}`)}
            {' · '}
            {t(`absences.said-by-${reportedBy}`)}
          </Text>
        </Stack>
        <StatusWord meaning={isOver ? 'ended' : hasBegun ? 'at-risk' : 'draft'} word={t(`absences.${word}`)} />
      </Group>
      <ProblemNotice problem={end.error ?? withdraw.error} />
      {acts ? (
        <Group>
          {hasBegun && !isOver ? (
            <Button size="compact-sm" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
              {t('absences.is-back')}
            </Button>
          ) : null}
          {(ofBusiness && !isOver) || (ofBusiness && kind === 'no-show') || !hasBegun ? (
            <UndoButton quiet size="compact-sm" says={t('absences.mistake')} act={() => withdraw.mutateAsync()} />
          ) : null}
        </Group>
      ) : null}
    </Stack>
  );
}
