import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { needQuery } from './need-queries';
import { NeedEditor } from './need-editor';
import { PostedNeed } from './posted-need';

const route = getRouteApi('/own/needs/$needId');

/** A need: as a draft to be completed, then with whoever fits it. */
export function NeedPage() {
  const { needId } = route.useParams();
  const { data } = useSuspenseQuery(needQuery(needId));
  return data.need.status === 'draft' ? (
    <NeedEditor need={data.need} />
  ) : (
    <PostedNeed need={data.need} etag={data.etag} />
  );
}
