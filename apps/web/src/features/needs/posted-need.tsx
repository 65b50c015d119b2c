import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { ShownWhole } from '../../parts/shown-whole';
import { businessTeam } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { ProposalsOfNeed, proposalsOfNeedQuery } from '../proposals/proposals-of-need';
import { Shortlist } from '../shortlist/shortlist';
import { SuggestionsOfNeed } from '../suggestions/suggestions-of-need';
import { NeedLines, NeedTerms } from './need-outline';
import { NeedStatus } from './need-status';
import { type Need, needQuery } from './need-queries';

/** The title names so many duties; all of them are listed further down. */
const mostNamed = 2;

/** Who answered, who fits, and what was asked for; who only signs sees what was answered. */
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
  const isAnswered = (useInfiniteQuery(proposalsOfNeedQuery(need.id)).data?.pages[0]?.items ?? []).length > 0;
  const proposals = (
    <Section title={t('proposals.title')}>
      <ProposalsOfNeed need={need} />
    </Section>
  );
  const labels = need.lines.map(({ dutyCode }) => duties.get(dutyCode)?.label ?? dutyCode);
  const named = labels.slice(0, mostNamed).join(', ');
  const others = labels.length - mostNamed;
  return (
    <Stack gap="xl">
      <PageHead
        title={others > 0 ? t('needs.and-more', { duties: named, count: others }) : named}
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
      <ShownWhole>
        <Stack gap="xl">
          {isAnswered ? proposals : null}
          {asks ? <SuggestionsOfNeed need={need} /> : null}
          {asks && need.status === 'posted' ? (
            <Section title={t('shortlist.title')}>
              <Shortlist need={need} />
            </Section>
          ) : null}
          {isAnswered ? null : proposals}
          <Section title={t('needs.complete')}>
            <NeedLines lines={need.lines} toBeDone={false} />
          </Section>
        </Stack>
      </ShownWhole>
    </Stack>
  );
}
