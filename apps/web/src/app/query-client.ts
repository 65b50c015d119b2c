import { ApiProblem } from '@ajudant/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { endSessionBy } from '../session/session-over';

/** What the API refuses stays refused; what failed around it is tried again, a little later each time. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (problem) => endSessionBy(problem, queryClient) }),
  mutationCache: new MutationCache({ onError: (problem) => endSessionBy(problem, queryClient) }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, problem) => failures < 3 && !(problem instanceof ApiProblem && problem.status < 500),
    },
  },
});
