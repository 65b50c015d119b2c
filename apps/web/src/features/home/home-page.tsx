import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { PageHead } from '../../parts/page-head';
import { ButtonLink } from '../../parts/links';
import { ShownWhole } from '../../parts/shown-whole';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { type HomeParts, homePartsOf } from './home-parts';
import { WhatWaits } from './what-waits';

/** What waits for whoever is signed in, and what there is to know beside it. */
export function HomePage() {
  const t = useText();
  const session = useOwnSession();
  const { waiting, readSections } = homePartsOf(session);
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={t('home.title', { name: session.displayName ?? '' })}
        says={session.organisationName ?? undefined}
        action={
          hasRole(session, 'business.owner', 'business.colleague') ? (
            <ButtonLink to="/needs/new">{t('shell.ask')}</ButtonLink>
          ) : undefined
        }
      />
      <ShownWhole>
        <Stack gap="xl">
          {waiting.length === 0 ? null : <WhatWaits sources={waiting} />}
          <Suspense>
            <Sections read={readSections} />
          </Suspense>
        </Stack>
      </ShownWhole>
    </Stack>
  );
}

function Sections({ read }: { readonly read: HomeParts['readSections'] }) {
  const { organisationKind, roles } = useOwnSession();
  const { data } = useSuspenseQuery({
    queryKey: ['home-sections', organisationKind, roles],
    queryFn: read,
    staleTime: Infinity,
  });
  return data.sections.map((Part, place) => <Part key={place} />);
}
