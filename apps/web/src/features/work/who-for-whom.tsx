import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { partiesQuery } from '../calendar/calendar-queries';
import { AssistantName } from '../directory/assistant-name';
import { engagementsQuery, type Run } from './work-queries';

/** For an agency: which of its assistants works there, and for whom; an assistant is told for whom. */
export function WhoForWhom({ run }: { readonly run: Run }) {
  const t = useText();
  const { assistantId: oneself } = useOwnSession();
  const { data: engagements } = useQuery(engagementsQuery);
  const { data: parties } = useQuery(partiesQuery(run.engagementId));
  const assistantId = engagements?.find(({ id }) => id === run.engagementId)?.assistantId;
  const business = parties?.business.legalName ?? '…';
  return (
    <Text size="sm" component="div">
      {assistantId === undefined || assistantId === oneself ? null : (
        <>
          <AssistantName id={assistantId} plain />{' '}
        </>
      )}
      {t('work.for', { business })}
    </Text>
  );
}
