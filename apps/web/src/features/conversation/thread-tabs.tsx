import { Group } from '@mantine/core';
import { ButtonLink } from '../../parts/links';
import { useText } from '../../texts/use-text';
import type { Thread } from './conversation-queries';

/** What is talked about, to choose from. */
export function ThreadTabs({ threads, shown }: { readonly threads: readonly Thread[]; readonly shown: string }) {
  const t = useText();
  return (
    <Group component="nav" gap="xs" mb="md" aria-label={t('conversation.threads')}>
      {threads.map(({ id, engagementId, subject, unread }) => (
        <ButtonLink
          key={id}
          size="compact-md"
          variant={id === shown ? 'light' : 'subtle'}
          color={id === shown ? 'sea' : 'gray'}
          aria-current={id === shown ? 'true' : undefined}
          to="/messages/$engagementId"
          params={{ engagementId }}
          search={{ thread: id }}
        >
          {unread === 0 ? subject : t('conversation.subject-unread', { subject, count: unread })}
        </ButtonLink>
      ))}
    </Group>
  );
}
