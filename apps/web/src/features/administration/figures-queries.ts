import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Figures = components['schemas']['FiguresDto'];

export const figuresQuery = queryOptions({
  queryKey: ['figures'],
  refetchInterval: 15_000,
  queryFn: () => client.body(client.api.GET('/v1/admin/figures')),
});
