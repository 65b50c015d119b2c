import { Text } from '@mantine/core';
import { readersZone } from '../format/readers-zone';
import { useText } from '../texts/use-text';
import { clocksChangeOn, zoneName } from './zones';

/** Marks the day on which clocks are put forward or back, the reader's or the other side's; nothing on any other. */
export function ClocksChange({ day, zone = readersZone }: { readonly day: string; readonly zone?: string }) {
  const t = useText();
  const places = [...new Set([readersZone, zone])].filter((each) => clocksChangeOn(day, each)).map(zoneName);
  if (places.length === 0) return null;
  return (
    <Text span size="xs" c="var(--ink-waits)" display="block">
      {t('words.clocks-change', { places: places.join(', ') })}
    </Text>
  );
}
