import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { rosterQuery } from '../roster/roster-queries';

/** Which assistant of one's agency; where nobody has to be meant, `everybody` is what that is called. */
export function AssistantChoice({
  label,
  everybody,
  value,
  onChange,
}: {
  readonly label: string;
  readonly everybody?: string;
  readonly value: string | null;
  readonly onChange: (assistantId: string | null) => void;
}) {
  const roster = useInfiniteQuery(rosterQuery);
  const data = (roster.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <Select
      label={label}
      searchable
      required={everybody === undefined}
      clearable={everybody !== undefined}
      placeholder={everybody ?? ''}
      data={data}
      value={value}
      onChange={onChange}
    />
  );
}
