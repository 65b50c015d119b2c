import { PageHead } from '../parts/page-head';
import { useText } from '../texts/use-text';
import { ButtonLink } from '../parts/links';

export function NotFound() {
  const t = useText();
  return (
    <>
      <PageHead title={t('shell.not-found')} says={t('shell.not-found-says')} />
      <ButtonLink to="/">{t('shell.to-the-start')}</ButtonLink>
    </>
  );
}
