import { List, Title } from '@mantine/core';
import { TwoClocks } from '../../parts/two-clocks';
import type { Booking } from './booking-queries';

/** Times in order, under a heading if they need one; nothing where there are none. */
export function SlotList({
  slots,
  zone,
  title,
}: {
  readonly slots: Booking['slots'];
  readonly zone: string;
  readonly title?: string;
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
        {slots.map(({ startAt, endAt }) => (
          <List.Item key={startAt}>
            <TwoClocks at={startAt} until={endAt} zone={zone} />
          </List.Item>
        ))}
      </List>
    </section>
  );
}
