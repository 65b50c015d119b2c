import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { AssistantName } from '../directory/assistant-name';
import { SpendOf } from '../engagements/spend';
import { engagementsQuery } from '../work/work-queries';

/** What each engagement has cost of what it may cost. */
export function SpendSection() {
  const t = useText();
  const active = (useQuery(engagementsQuery).data ?? []).filter(({ status }) => status === 'active');
  if (active.length === 0) return null;
  return (
    <Section title={t('home.spend')}>
      <Stack gap="lg">
        {active.map(({ id, assistantId }) => (
          <div key={id}>
            <TextLink fw={600} to="/engagements/$engagementId" params={{ engagementId: id }}>
              <AssistantName id={assistantId} plain />
            </TextLink>
            <SpendOf engagementId={id} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}
