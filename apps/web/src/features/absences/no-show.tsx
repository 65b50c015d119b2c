import { Button, Group, Stack } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { outdatedByAbsence } from './absence-queries';

/** Within two weeks either side can say that the assistant didn't come to booked time. */
export function NoShow({ bookingId, slotStartsAt }: { readonly bookingId: string; readonly slotStartsAt: string }) {
  const t = useText();
  const undo = useUndo();
  const report = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/no-shows', {
          params: { header: { 'Idempotency-Key': key } },
          body: { bookingId, slotStartsAt },
        }),
      ),
    { outdates: outdatedByAbsence },
  );
  if (undo.pending) return null;
  return (
    <Stack gap="xs">
      <ProblemNotice problem={report.error} />
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => undo.begin({ says: t('absences.no-show-said'), act: () => report.mutateAsync() })}
        >
          {t('absences.did-not-come')}
        </Button>
      </Group>
    </Stack>
  );
}
