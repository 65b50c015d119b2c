import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BringFile, FileLink, type KnownFile } from '../../parts/files';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';

export interface Said {
  readonly text: string;
  readonly fileIds: string[];
}

/** How a side sees it, in words and with files that show it. */
export function Say({
  label,
  step,
  problem,
  isPending,
  isReady = true,
  onSay,
  children,
}: {
  readonly label: string;
  /** What the button says. */
  readonly step: string;
  readonly problem: Error | null;
  readonly isPending: boolean;
  readonly isReady?: boolean;
  readonly onSay: (said: Said) => void;
  /** What else is to be said, between the words and the button. */
  readonly children?: ReactNode;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const [fileIds, setFileIds] = useState<string[]>([]);
  const brought = ({ id }: KnownFile): void => setFileIds((known) => [...known, id]);
  return (
    <Stack gap="md">
      <ProblemNotice problem={problem} />
      <Textarea
        label={label}
        autosize
        minRows={3}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Text size="sm">{t('disputes.evidence')}</Text>
        <BringFile onBrought={brought} />
        {fileIds.map((id) => (
          <Group key={id}>
            <FileLink id={id} />
          </Group>
        ))}
      </div>
      {children}
      <Group>
        <Button disabled={text.trim() === '' || !isReady} loading={isPending} onClick={() => onSay({ text, fileIds })}>
          {step}
        </Button>
      </Group>
    </Stack>
  );
}
