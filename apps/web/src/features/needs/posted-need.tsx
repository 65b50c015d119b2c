import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { ShownWhole } from '../../parts/shown-whole';
import { businessTeam } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { ProposalsOfNeed } from '../proposals/proposals-of-need';
import { Shortlist } from '../shortlist/shortlist';
import { SuggestionsOfNeed } from '../suggestions/suggestions-of-need';
import { NeedLines, NeedTerms } from './need-outline';
import { NeedStatus } from './need-status';
import { type Need, needQuery } from './need-queries';

/** What was asked for, who fits, and who answered; who only signs sees what was answered. */
export function PostedNeed({ need, etag }: { readonly need: Need; readonly etag: string }) {
  const t = useText();
  const duties = useDuties();
  const asks = hasRole(useOwnSession(), ...businessTeam);
  const undo = useUndo();
  const close = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/needs/{id}/closing', {
          params: { path: { id: need.id }, header: { 'Idempotency-Key': key, 'If-Match': etag } },
          body: { reason: 'withdrawn' },
        }),
      ),
    { outdates: [needQuery(need.id).queryKey, ['needs']] },
  );
  return (
    <Stack gap="xl">
      <PageHead
        title={need.lines.map(({ dutyCode }) => duties.get(dutyCode)?.label ?? dutyCode).join(', ')}
        says={
          <Group gap="md">
            <NeedStatus need={need} />
            <NeedTerms need={need} />
          </Group>
        }
        action={
          asks && need.status === 'posted' && !undo.pending ? (
            <Button
              variant="default"
              onClick={() => undo.begin({ says: t('needs.was-closed'), act: () => close.mutateAsync() })}
            >
              {t('needs.close')}
            </Button>
          ) : undefined
        }
      />
      <ProblemNotice problem={close.error} />
      {need.words === null ? null : <Text fs="italic">“{need.words}”</Text>}
      <NeedLines lines={need.lines} toBeDone={false} />
      <ShownWhole>
        <Stack gap="xl">
          {asks ? <SuggestionsOfNeed need={need} /> : null}
          <section>
            <Title order={2} size="h3" mb="md">
              {t('proposals.title')}
            </Title>
            <ProposalsOfNeed need={need} />
          </section>
          {asks && need.status === 'posted' ? (
            <section>
              <Title order={2} size="h3" mb="md">
                {t('shortlist.title')}
              </Title>
              <Shortlist need={need} />
            </section>
          ) : null}
        </Stack>
      </ShownWhole>
    </Stack>
  );
}
