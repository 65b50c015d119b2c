import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import type { NeedAndRoster } from './open-need-queries';

/** Which of the agency's assistants would do this best by the latest plan over all open needs; nothing where none names her. */
export function PlannedFor({ need: { id: needId }, assistants }: NeedAndRoster) {
  const t = useText();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['own-plan-lines', needId],
    queryFn: () => client.body(client.api.GET('/v1/assignment-plans', { params: { query: { needId, limit: 1 } } })),
  });
  const line = data?.items[0];
  const assistant = assistants.find(({ id }) => id === line?.assistantId);
  if (line === undefined || assistant === undefined) return null;
  return (
    <Text>
      {t('open-needs.planned', {
        names: assistant.displayName,
        points: format.number(Math.round(line.score * 100)),
      })}
    </Text>
  );
}
