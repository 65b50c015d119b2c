import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, lazyRouteComponent } from '@tanstack/react-router';
import { businessTeam } from '../../session/role-sets';
import { hasRole, useOwnSession } from '../../session/session';
import { needQuery } from './need-queries';
import { PostedNeed } from './posted-need';

/** Only a draft needs all those fields. */
const NeedEditor = lazyRouteComponent(() => import('./need-editor'), 'NeedEditor');

const route = getRouteApi('/own/needs/$needId');

/** A need: as a draft to be completed, then with whoever fits it. */
export function NeedPage() {
  const { needId } = route.useParams();
  const { begun = false } = route.useSearch();
  const asks = hasRole(useOwnSession(), ...businessTeam);
  const { data } = useSuspenseQuery(needQuery(needId));
  return data.need.status === 'draft' && asks ? (
    <NeedEditor need={data.need} begun={begun} />
  ) : (
    <PostedNeed need={data.need} etag={data.etag} />
  );
}
