import { Button, Group, Text } from '@mantine/core';
import { daysLater, mondayOf, today } from '../format/days';
import { useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';

/** Which week is shown, and those around it. */
export function WeekSteps({
  monday,
  onChange,
}: {
  readonly monday: string;
  readonly onChange: (monday: string) => void;
}) {
  const t = useText();
  const format = useFormat();
  const thisWeek = mondayOf(today());
  return (
    <Group gap="sm">
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('week.before')}
        onClick={() => onChange(daysLater(monday, -7))}
      >
        ‹
      </Button>
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('week.after')}
        onClick={() => onChange(daysLater(monday, 7))}
      >
        ›
      </Button>
      {monday === thisWeek ? null : (
        <Button size="compact-md" variant="subtle" onClick={() => onChange(thisWeek)}>
          {t('week.this')}
        </Button>
      )}
      <Text fw={600} aria-live="polite">
        {t('needs.term', { from: format.day(monday), to: format.day(daysLater(monday, 6)) })}
      </Text>
    </Group>
  );
}
