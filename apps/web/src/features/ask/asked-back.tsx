import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import type { Suggestions, WantedDuty } from './trouble';

/** So many duties of a group are offered at once; all others are in the list below. */
const offered = 8;

/** Why nothing is suggested and, where the words don't tell, up to three questions with duties to choose from. */
export function AskedBack({
  suggestions: { reason, choices },
  chosen,
  onChoose,
}: {
  readonly suggestions: Suggestions;
  readonly chosen: readonly WantedDuty[];
  readonly onChoose: (dutyCode: string) => void;
}) {
  const t = useText();
  const catalogue = useDuties();
  const [opened, setOpened] = useState<string | null>(null);
  if (reason === null) return null;
  const isChosen = (code: string): boolean => chosen.some(({ dutyCode }) => dutyCode === code);
  const dutiesOf = ({ group, duties }: Suggestions['choices'][number]) => {
    const near = duties.map(({ dutyCode, label }) => ({ code: dutyCode, label }));
    const others = [...catalogue.values()].filter(
      (duty) => duty.group === group && !near.some(({ code }) => code === duty.code),
    );
    return [...near, ...others].slice(0, offered);
  };
  return (
    <Stack gap="md">
      <Alert color={reason.code === 'fraud' ? 'red' : 'gray'}>{t(`ask.none-${reason.code}`)}</Alert>
      {choices.map((choice) => (
        <Stack key={choice.group} gap="xs">
          <Group gap="sm">
            <Text>{choice.question}</Text>
            <Button
              variant="default"
              size="compact-sm"
              aria-expanded={opened === choice.group}
              aria-label={`${choice.question} ${t('ask.yes')}`}
              onClick={() => setOpened(opened === choice.group ? null : choice.group)}
            >
              {t('ask.yes')}
            </Button>
          </Group>
          {opened === choice.group ? (
            <Group gap="xs">
              {dutiesOf(choice).map(({ code, label }) => (
                <Button
                  key={code}
                  variant={isChosen(code) ? 'filled' : 'light'}
                  size="compact-sm"
                  aria-pressed={isChosen(code)}
                  onClick={() => onChoose(code)}
                >
                  {label}
                </Button>
              ))}
            </Group>
          ) : null}
        </Stack>
      ))}
    </Stack>
  );
}
