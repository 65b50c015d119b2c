import { ActionIcon, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { components } from '@ajudant/client';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { today } from '../../format/days';
import { typed } from '../../parts/typed';

type DaysOff = components['schemas']['DaysOffDto'];

/** Days on which nobody can book, first and last included; those that are over aren't shown. */
export function DaysOffField({
  ranges,
  onChange,
}: {
  readonly ranges: readonly DaysOff[];
  readonly onChange: (ranges: DaysOff[]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const ahead = ranges.filter((range) => range.to >= today());
  const words = (range: DaysOff): string =>
    range.from === range.to
      ? format.day(range.from)
      : t('needs.term', { from: format.day(range.from), to: format.day(range.to) });
  const add = (): void => {
    const added = { from, to: to === '' ? from : to };
    onChange([...ranges, added].toSorted((one, other) => one.from.localeCompare(other.from)));
    setFrom('');
    setTo('');
  };
  return (
    <Stack gap="sm">
      {ahead.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('listing.no-days-off')}
        </Text>
      ) : (
        <List listStyleType="none">
          {ahead.map((range) => (
            <List.Item key={range.from}>
              <Group gap="sm">
                <span>{words(range)}</span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('ask.remove', { duty: words(range) })}
                  onClick={() => onChange(ranges.filter((each) => each !== range))}
                >
                  ✕
                </ActionIcon>
              </Group>
            </List.Item>
          ))}
        </List>
      )}
      <Group align="flex-end">
        <TextInput type="date" label={t('listing.off-from')} min={today()} {...typed(from, setFrom)} />
        <TextInput type="date" label={t('listing.off-to')} min={from === '' ? today() : from} {...typed(to, setTo)} />
        <Button variant="default" disabled={from === '' || (to !== '' && to < from)} onClick={add}>
          {t('listing.add-days-off')}
        </Button>
      </Group>
    </Stack>
  );
}
