import { ApiProblem, type components } from '@ajudant/client';
import {
  type QueryKey,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { client } from '../api/client';

export type Session = components['schemas']['MeDto'];

/** Whether somebody signed in on this device: who never did isn't asked for. The session itself is in cookies. */
const kept = 'ajudant.signed-in';

/** That nobody is signed in on this device any more. */
export function forgetSession(): void {
  localStorage.removeItem(kept);
}

/** Who is signed in; null for somebody who isn't. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  async queryFn(): Promise<Session | null> {
    if (localStorage.getItem(kept) === null) return null;
    try {
      return await client.body(client.api.GET('/v1/me'));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) {
        forgetSession();
        return null;
      }
      throw problem;
    }
  },
});

export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Within views that only who is signed in gets to. */
export function useOwnSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('nobody is signed in');
  return data;
}

/** All but who is signed in: whoever watches that would not be told of a query made anew. */
const isOfSomebody = ({ queryKey }: { readonly queryKey: QueryKey }): boolean =>
  queryKey[0] !== sessionQuery.queryKey[0];

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    async mutationFn(given: { email: string; password: string; organisationId?: string }) {
      await client.body(client.api.POST('/v1/auth/cookies', { body: given }));
      localStorage.setItem(kept, 'yes');
      return client.body(client.api.GET('/v1/me'));
    },
    onSuccess(session) {
      // What somebody else saw on this device isn't for whoever signs in next.
      queries.removeQueries({ predicate: isOfSomebody });
      queries.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.body(client.api.DELETE('/v1/auth/cookies')),
    onSuccess() {
      forgetSession();
      queries.removeQueries({ predicate: isOfSomebody });
      queries.setQueryData(sessionQuery.queryKey, null);
    },
  });
}

/** Whether one has any of the roles, e.g. `business.owner`. */
export function hasRole(session: Session | null, ...roles: readonly string[]): boolean {
  return session !== null && roles.some((role) => session.roles.includes(role));
}

/** Whether one books, answers and argues for one's organisation: its owner, and who works with her. */
export const isOfTeam = (session: Session | null): boolean =>
  hasRole(session, 'business.owner', 'business.colleague', 'agency.owner', 'agency.coordinator');
