import { ActionIcon, Card, Group, NativeSelect, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { type Cadence, usualAmount, type WantedDuty } from './trouble';

const cadences: readonly Cadence[] = ['weekly', 'monthly', 'once'];

/** Which duties, how many units of each, and how often; more can be added, and any taken away. */
export function ChosenDuties({
  duties,
  onChange,
}: {
  readonly duties: readonly WantedDuty[];
  readonly onChange: (duties: readonly WantedDuty[]) => void;
}) {
  const t = useText();
  const catalogue = useDuties();
  const change = (index: number, part: Partial<WantedDuty>): void =>
    onChange(duties.map((duty, at) => (at === index ? { ...duty, ...part } : duty)));
  const others = [...catalogue.values()].filter(({ code }) => !duties.some(({ dutyCode }) => dutyCode === code));
  return (
    <Stack gap="sm">
      {duties.map((wanted, index) => {
        const duty = catalogue.get(wanted.dutyCode);
        const label = duty?.label ?? wanted.dutyCode;
        return (
          <Card key={wanted.dutyCode} withBorder padding="md">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Stack gap={2}>
                <Text fw={600}>{label}</Text>
                <Text size="sm" c="dimmed">
                  {duty?.doneCriterion}
                </Text>
              </Stack>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('ask.remove', { duty: label })}
                onClick={() => onChange(duties.filter((_, at) => at !== index))}
              >
                ✕
              </ActionIcon>
            </Group>
            <Group gap="sm" mt="sm" align="flex-end">
              <NumberInput
                w={110}
                size="sm"
                min={1}
                max={10_000}
                allowDecimal={false}
                label={t('ask.volume')}
                value={wanted.volume}
                onChange={(volume) => {
                  if (typeof volume === 'number' && volume >= 1) change(index, { volume });
                }}
              />
              <Text size="sm" pb={8}>
                × {duty?.unit}
              </Text>
              <NativeSelect
                size="sm"
                label={t('ask.cadence')}
                value={wanted.cadence}
                data={cadences.map((cadence) => ({ value: cadence, label: t(`words.cadence-${cadence}`) }))}
                onChange={(event) => change(index, { cadence: event.currentTarget.value as Cadence })}
              />
            </Group>
          </Card>
        );
      })}
      <Select
        placeholder={t('ask.add')}
        aria-label={t('ask.add')}
        searchable
        value={null}
        data={others.map(({ code, label }) => ({ value: code, label }))}
        onChange={(dutyCode) => {
          if (dutyCode !== null) onChange([...duties, { dutyCode, ...usualAmount(catalogue.get(dutyCode)!) }]);
        }}
      />
    </Stack>
  );
}
