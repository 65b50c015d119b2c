import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { rosterQuery } from '../roster/roster-queries';
import type { PartOfEngagement } from '../engagements/part-of-engagement';
import { outdatedBySubstitution, substitutionsQuery } from './substitution-queries';
import { SubstitutionCard } from './substitution-card';

/** Who stands in for whoever can't, and how that is agreed. */
export function EngagementSubstitutions({
  engagementId,
  assistantId,
  isActive,
}: PartOfEngagement & { readonly assistantId: string }) {
  const t = useText();
  const session = useOwnSession();
  const { data } = useSuspenseQuery(substitutionsQuery(engagementId));
  const proposes = isActive && hasRole(session, 'agency.owner', 'agency.coordinator');
  if (data.items.length === 0 && !proposes) return null;
  return (
    <Section title={t('substitutions.title')}>
      <Stack gap="sm">
        {data.items.map((substitution) => (
          <SubstitutionCard key={substitution.id} substitution={substitution} />
        ))}
        {proposes ? <Propose engagementId={engagementId} assistantId={assistantId} /> : null}
      </Stack>
    </Section>
  );
}

function Propose({ engagementId, assistantId }: { readonly engagementId: string; readonly assistantId: string }) {
  const t = useText();
  const roster = useInfiniteQuery(rosterQuery);
  const [substituteId, setSubstituteId] = useState<string | null>(null);
  const [temporary, setTemporary] = useState(true);
  const propose = useAct(
    (body: { engagementId: string; assistantId: string; temporary: boolean }, key) =>
      client.body(client.api.POST('/v1/substitutions', { params: { header: { 'Idempotency-Key': key } }, body })),
    { outdates: outdatedBySubstitution, onDone: () => setSubstituteId(null) },
  );
  const others = (roster.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ id, status }) => id !== assistantId && status === 'published',
  );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('substitutions.says')}
      </Text>
      <ProblemNotice problem={propose.error} />
      <Group align="flex-end">
        <Select
          label={t('substitutions.who')}
          searchable
          data={others.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={substituteId}
          onChange={setSubstituteId}
        />
        <Checkbox
          label={t('substitutions.for-a-while')}
          checked={temporary}
          onChange={(event) => setTemporary(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          disabled={substituteId === null}
          loading={propose.isPending}
          onClick={() => propose.mutate({ engagementId, assistantId: substituteId!, temporary })}
        >
          {t('substitutions.propose')}
        </Button>
      </Group>
    </Stack>
  );
}
