import { Group, List, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TwoClocks } from '../../parts/two-clocks';
import type { Booking } from './booking-queries';

/** Times in order, under a heading if they need one; nothing where there are none. */
export function SlotList({
  slots,
  zone,
  title,
  beside,
}: {
  readonly slots: Booking['slots'];
  readonly zone: string;
  readonly title?: string;
  /** What can be done about one. */
  readonly beside?: (slot: Booking['slots'][number]) => ReactNode;
}) {
  if (slots.length === 0) return null;
  return (
    <section>
      {title === undefined ? null : (
        <Title order={2} size="h4" mb="sm">
          {title}
        </Title>
      )}
      <List listStyleType="none">
        {slots.map((slot) => (
          <List.Item key={slot.startAt}>
            <Group justify="space-between">
              <TwoClocks at={slot.startAt} until={slot.endAt} zone={zone} />
              {beside?.(slot)}
            </Group>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
