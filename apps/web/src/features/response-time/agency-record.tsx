import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import { responseRecordQuery } from './response-queries';

/** What an agency's work did to the time in which its clients' customers are answered; nothing where nothing is known. */
export function AgencyRecord({ agencyId }: { readonly agencyId: string }) {
  const t = useText();
  const format = useFormat();
  const { data: record } = useQuery(responseRecordQuery(agencyId));
  if (record === undefined || record.medianMinutes === null) return null;
  const { better, compared, enquiries, medianMinutes } = record;
  return (
    <Text size="sm">
      {t('response-time.record', { better, compared, enquiries, time: format.minutes(medianMinutes) })}
    </Text>
  );
}
