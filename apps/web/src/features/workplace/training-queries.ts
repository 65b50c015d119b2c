import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import type { Language } from '../../texts/languages';

/** The training of an assistant; null where none was assigned. */
export const trainingQuery = (assistantId: string, language: Language) =>
  queryOptions({
    queryKey: ['training', assistantId, language],
    queryFn: async (): Promise<components['schemas']['TrainingDto'] | null> => {
      const params = { path: { id: assistantId }, query: { language } };
      return (await client.body(client.api.GET('/v1/assistants/{id}/training', { params }))) ?? null;
    },
  });

export const recordedQuery = (language: Language) =>
  queryOptions({
    queryKey: ['recorded-of-work', language],
    staleTime: 60 * 60_000,
    queryFn: () => client.body(client.api.GET('/v1/recorded-of-work', { params: { query: { language } } })),
  });

/** What a step of a training makes outdated. */
export const outdatedByTraining = [['training']];
