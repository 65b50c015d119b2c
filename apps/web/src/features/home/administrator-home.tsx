import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { TextLink } from '../../parts/links';
import { useText } from '../../texts/use-text';
import { agenciesQuery } from '../administration/agency-queries';
import { Waiting } from './waiting';

/** Who waits to be let in. */
export function AdministratorHome() {
  const t = useText();
  const agencies = useInfiniteQuery(agenciesQuery).data?.pages[0]?.items ?? [];
  const waiting = agencies.filter(({ status }) => status === 'registered').length;
  return (
    <Waiting title={t('home.waits')}>
      {waiting === 0 ? (
        <Text c="dimmed">{t('home.nothing')}</Text>
      ) : (
        <TextLink to="/admin/agencies">{t('administration.to-verify', { count: waiting })}</TextLink>
      )}
    </Waiting>
  );
}
