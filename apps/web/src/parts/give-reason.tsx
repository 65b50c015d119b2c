import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';

/** A step that is taken with a reason: it can't be taken without one. */
export function GiveReason({
  label,
  step,
  maxLength = 2000,
  takesAway = false,
  autoFocus = false,
  act,
}: {
  readonly label: string;
  /** What the button says. */
  readonly step: string;
  readonly maxLength?: number;
  /** Whether something is gone afterwards. */
  readonly takesAway?: boolean;
  /** For one that was asked for. */
  readonly autoFocus?: boolean;
  readonly act: { readonly isPending: boolean; readonly mutate: (reason: string) => void };
}) {
  const [reason, setReason] = useState('');
  return (
    <Group align="flex-end" flex={1}>
      <Textarea
        label={label}
        autosize
        autoFocus={autoFocus}
        maxLength={maxLength}
        flex={1}
        miw={220}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        {...(takesAway && { color: 'red', variant: 'light' })}
        disabled={reason.trim() === ''}
        loading={act.isPending}
        onClick={() => act.mutate(reason)}
      >
        {step}
      </Button>
    </Group>
  );
}
