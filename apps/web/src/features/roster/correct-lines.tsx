import { Button, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type RejectedLine, RejectedLines } from '../../parts/rejected-lines';
import { useText } from '../../texts/use-text';
import { cellsIn } from './corrections';

/** Lines that were not taken, with their cells to be written anew; what was written is read again. */
export function CorrectLines({
  text,
  lines,
  onCorrected,
}: {
  /** The file as CSV; null where nothing can be put right in it. */
  readonly text: string | null;
  readonly lines: readonly RejectedLine[];
  readonly onCorrected: (text: string) => void;
}) {
  const t = useText();
  const [said, setSaid] = useState<ReadonlyMap<RejectedLine, string>>(new Map());
  const cells = useMemo(() => (text === null ? null : cellsIn(text)), [text]);
  if (lines.length === 0) return null;
  if (cells === null) return <RejectedLines lines={lines} />;
  return (
    <Stack gap="sm">
      <Text size="sm">{t('roster.correct-says')}</Text>
      <RejectedLines
        lines={lines}
        said={said}
        onSay={(line, words) => setSaid(new Map(said).set(line, words))}
        standingAt={cells.standingAt}
      />
      <Group>
        <Button variant="light" disabled={said.size === 0} onClick={() => onCorrected(cells.with(said))}>
          {t('roster.try-again')}
        </Button>
      </Group>
    </Stack>
  );
}
