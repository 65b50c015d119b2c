import { Chip, Group, Input } from '@mantine/core';

/** Some of a few: each is a checkbox with its word. */
export function Chips<Value extends string>({
  label,
  description,
  problem,
  values,
  choices,
  max,
  onChange,
}: {
  readonly label: string;
  readonly description?: string;
  readonly problem?: string | undefined;
  readonly values: readonly Value[];
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  /** How many at most; the one chosen first gives way. */
  readonly max?: number;
  readonly onChange: (values: Value[]) => void;
}) {
  return (
    <Input.Wrapper label={label} description={description} error={problem} labelElement="div">
      <Chip.Group
        multiple
        value={[...values]}
        onChange={(chosen) => onChange(chosen.slice(-(max ?? chosen.length)) as Value[])}
      >
        <Group gap="sm" mt="xs" role="group" aria-label={label}>
          {choices.map((choice) => (
            <Chip key={choice.value} value={choice.value} variant="outline">
              {choice.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
