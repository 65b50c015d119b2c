import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChosenFile } from '../../api/chosen-file';
import { type RejectedLine, RejectedLines } from '../../parts/rejected-lines';
import { useText } from '../../texts/use-text';
import { correctable, corrected, hasCell } from './corrections';

/** Lines that were not taken, with their cells to be written anew where the file is text; what was written is read again. */
export function CorrectLines({
  chosen: { file, name, changedAt },
  lines,
  onCorrected,
}: {
  readonly chosen: ChosenFile;
  readonly lines: readonly RejectedLine[];
  readonly onCorrected: (file: File) => void;
}) {
  const t = useText();
  const [said, setSaid] = useState<ReadonlyMap<RejectedLine, string>>(new Map());
  const { data: text = null } = useQuery({
    queryKey: ['correctable', name, changedAt],
    queryFn: () => correctable(file),
  });
  if (lines.length === 0) return null;
  if (text === null) return <RejectedLines lines={lines} />;
  const isCorrectable = ({ line, written }: RejectedLine): boolean => written !== null && hasCell(text, line, written);
  const send = (): void => {
    const corrections = [...said].map(([{ line, written }, words]) => ({ line, written: written!, said: words }));
    onCorrected(new File([corrected(text, corrections)], name, { type: file.type }));
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('roster.correct-says')}</Text>
      <RejectedLines
        lines={lines}
        said={said}
        onSay={(line, words) => setSaid(new Map(said).set(line, words))}
        isCorrectable={isCorrectable}
      />
      <Group>
        <Button variant="light" disabled={said.size === 0} onClick={send}>
          {t('roster.try-again')}
        </Button>
      </Group>
    </Stack>
  );
}
