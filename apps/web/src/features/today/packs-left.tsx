import { Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { StatusWord } from '../../parts/status-word';
import { useText } from '../../texts/use-text';
import { OtherSide } from '../conversation/other-side';
import { type EngagedLine, hoursQuery } from '../time/time-queries';

/** From this share on both sides are told, as they are by a notice. */
const nearlyUsedUp = 80;

/** How much is left of the hours that are paid ahead; nothing where none are. */
export function PacksLeft() {
  const t = useText();
  const lines = useQuery(hoursQuery).data ?? [];
  const packed = lines.filter(({ pack }) => pack !== null && pack.availableMinutes > 0);
  if (packed.length === 0) return null;
  return (
    <Section title={t('today.packs')}>
      <Stack gap="lg">
        {packed.map((line) => (
          <PackLeft key={`${line.engagement.id} ${line.lineId}`} line={line} />
        ))}
      </Stack>
    </Section>
  );
}

function PackLeft({ line: { description, engagement, periodTo, ...line } }: { readonly line: EngagedLine }) {
  const t = useText();
  const format = useFormat();
  const { availableMinutes = 0, leftMinutes = 0 } = line.pack ?? {};
  const percent = Math.min(100, Math.floor(((line.recordedMinutes + line.acceptedMinutes) / availableMinutes) * 100));
  const isUsedUp = leftMinutes === 0;
  const day = format.day(periodTo);
  const left = t('today.pack-left', {
    left: format.minutes(leftMinutes),
    all: format.minutes(availableMinutes),
    day,
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <TextLink fw={600} to="/engagements/$engagementId" params={{ engagementId: engagement.id }}>
          {description}
        </TextLink>
        {percent < nearlyUsedUp && !isUsedUp ? null : (
          <StatusWord
            meaning="at-risk"
            word={isUsedUp ? t('today.pack-used-up') : t('today.pack-share', { percent })}
          />
        )}
      </Group>
      <Progress value={percent} color={percent >= nearlyUsedUp ? 'amber' : 'sea'} aria-label={left} />
      <Group gap="sm" fz="sm">
        <OtherSide engagement={engagement} plain />
        <Text size="sm">{isUsedUp ? t('today.pack-next', { day }) : left}</Text>
      </Group>
    </Stack>
  );
}
