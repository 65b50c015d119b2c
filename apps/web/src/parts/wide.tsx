import { Box } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a phone is too narrow for: it is moved sideways, by keys as well. */
export function Wide({
  label,
  width,
  children,
}: {
  readonly label: string;
  readonly width: number;
  readonly children: ReactNode;
}) {
  return (
    <Box role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      <Box miw={width}>{children}</Box>
    </Box>
  );
}
