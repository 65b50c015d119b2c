import { ApiProblem } from '@ajudant/client';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from '../../app/failed';
import { ButtonLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';

/** To an agency that has nothing to do with a need, one that is closed is as one that never was: it is told what may have become of it. */
export function NeedGone(failure: ErrorComponentProps) {
  const t = useText();
  const { error } = failure;
  if (!(error instanceof ApiProblem && error.status === 404)) return <Failed {...failure} />;
  return (
    <>
      <PageHead title={t('open-needs.gone')} says={t('open-needs.gone-says')} />
      <ButtonLink to="/open-needs">{t('open-needs.to-open')}</ButtonLink>
    </>
  );
}
