import { ApiProblem } from '@ajudant/client';
import { QueryClient } from '@tanstack/react-query';

/** What the API refuses stays refused; what failed around it is tried again, a little later each time. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, problem) => failures < 3 && !(problem instanceof ApiProblem && problem.status < 500),
    },
  },
});
