import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHead } from '../../parts/page-head';
import { AssistantName } from './assistant-name';

/** The head of a view of what an assistant does for somebody: how it stands, who she is, and what else fits in that line. */
export function WorkHead({
  title,
  status,
  assistantId,
  also,
  action,
}: {
  readonly title: string;
  readonly status: ReactNode;
  readonly assistantId: string;
  readonly also?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <PageHead
      title={title}
      says={
        <Group gap="md">
          {status}
          <AssistantName id={assistantId} />
          {also}
        </Group>
      }
      action={action}
    />
  );
}
