import { Button, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import type { Need } from '../needs/need-queries';
import { needQuery } from '../needs/need-queries';
import type { Entry } from './use-shortlist';

/** How to go on with somebody who fits: an agreement at the listed price where her agency lets that be, or else it is asked to propose her. */
export function GoOn({ entry, need }: { readonly entry: Entry; readonly need: Need }) {
  const t = useText();
  const navigate = useNavigate();
  const invited = need.invitedAgencyIds.includes(entry.agencyId);
  const agree = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/agreements', {
          params: { header: { 'Idempotency-Key': key } },
          body: { needId: need.id, assistantId: entry.assistantId },
        }),
      ),
    {
      outdates: [['agreements']],
      onDone: ({ id }) => navigate({ to: '/agreements/$agreementId', params: { agreementId: id } }),
    },
  );
  const invite = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/needs/{id}/invitations', {
          params: { path: { id: need.id }, header: { 'Idempotency-Key': key } },
          body: { agencyIds: [entry.agencyId] },
        }),
      ),
    { outdates: [needQuery(need.id).queryKey] },
  );
  return (
    <Stack gap="sm">
      <ProblemNotice problem={agree.error ?? invite.error} />
      {entry.instantBooking && entry.explanation.missingDuties.length === 0 ? (
        <Button loading={agree.isPending} onClick={() => agree.mutate()}>
          {t('shortlist.agree')}
        </Button>
      ) : (
        <Button variant="default" disabled={invited} loading={invite.isPending} onClick={() => invite.mutate()}>
          {invited ? t('shortlist.invited') : t('shortlist.invite')}
        </Button>
      )}
    </Stack>
  );
}
