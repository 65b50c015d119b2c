import { Text } from '@mantine/core';
import { readersZone, useFormat } from '../format/use-format';
import { zoneName } from './zones';

/** A time as the reader's clock has it, and as it is where it happens if that differs. */
export function TwoClocks({
  at,
  zone,
  until,
}: {
  readonly at: string;
  readonly zone: string;
  readonly until?: string;
}) {
  const format = useFormat();
  const span = (timeZone: string): string =>
    until === undefined
      ? format.moment(at, timeZone)
      : `${format.moment(at, timeZone)} – ${format.clock(until, timeZone)}`;
  const [mine, theirs] = [span(readersZone), span(zone)];
  return (
    <span>
      <time dateTime={at}>{mine}</time>
      {mine === theirs ? null : (
        <Text span c="dimmed" size="sm">
          {` · ${theirs} ${zoneName(zone)}`}
        </Text>
      )}
    </span>
  );
}
