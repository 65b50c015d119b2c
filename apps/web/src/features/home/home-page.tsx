import { PageHead } from '../../parts/page-head';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AdministratorHome } from './administrator-home';
import { AgencyHome } from './agency-home';
import { BusinessHome } from './business-home';

/** What waits for whoever is signed in. */
export function HomePage() {
  const t = useText();
  const session = useOwnSession();
  return (
    <>
      <PageHead
        title={t('home.title', { name: session.displayName ?? '' })}
        says={session.organisationName ?? undefined}
      />
      {hasRole(session, 'business.owner', 'business.colleague') ? <BusinessHome /> : null}
      {session.organisationKind === 'agency' ? <AgencyHome /> : null}
      {session.organisationKind === 'marketplace' ? <AdministratorHome /> : null}
    </>
  );
}
