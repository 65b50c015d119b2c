import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import type { Need } from '../needs/need-queries';
import { useShortlist } from '../shortlist/use-shortlist';
import { AnswersToBusiness } from './answers-to-business';
import { AskForSuggestions } from './ask-for-suggestions';

/** A step of its own: whoever is on the shortlist may say how the work could be easier, before anybody is chosen. */
export function SuggestionsOfNeed({ need }: { readonly need: Need }) {
  const t = useText();
  const acts = hasRole(useOwnSession(), 'business.owner', 'business.colleague');
  return (
    <Section title={t('suggestions.title')}>
      <Stack gap="md">
        <Text>{t('suggestions.says')}</Text>
        <AnswersToBusiness needId={need.id} />
        {acts && need.status === 'posted' ? <AskShortlisted needId={need.id} /> : null}
      </Stack>
    </Section>
  );
}

/** What there is to say stands there once somebody wants to ask: who fits is what she came for. */
function AskShortlisted({ needId }: { readonly needId: string }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const { data } = useShortlist(needId);
  const names = new Map((data?.entries ?? []).map(({ agencyId, agencyName }) => [agencyId, agencyName ?? agencyId]));
  if (names.size === 0) return null;
  return (
    <>
      <div>
        <Button variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {t('suggestions.ask-one')}
        </Button>
      </div>
      {opened ? <AskForSuggestions needId={needId} agencies={[...names].map(([id, name]) => ({ id, name }))} /> : null}
    </>
  );
}
