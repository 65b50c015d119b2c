import type { components } from '@ajudant/client';
import { Card, Group, Text } from '@mantine/core';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';

/** Somebody who can be found, in a few lines. */
export function AssistantCard({ assistant }: { readonly assistant: components['schemas']['PublishedAssistantDto'] }) {
  const t = useText();
  const format = useFormat();
  const duties = useDuties();
  return (
    <Card withBorder padding="md" mb="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <TextLink fw={600} to="/assistants/$assistantId" params={{ assistantId: assistant.id }}>
          {assistant.displayName}
        </TextLink>
        <Text fw={600} style={{ whiteSpace: 'nowrap' }}>
          {t('words.per-hour', { price: format.money(assistant.hourlyRate) })}
        </Text>
      </Group>
      <Text size="sm">
        {assistant.professionalTitle} · {assistant.agencyName}
      </Text>
      <Text size="sm" c="dimmed" lineClamp={1}>
        {assistant.dutyCodes.map((code) => duties.get(code)?.label ?? code).join(' · ')}
      </Text>
      {assistant.instantBooking ? (
        <Text size="sm" c="dimmed">
          {t('directory.at-once')}
        </Text>
      ) : null}
    </Card>
  );
}
