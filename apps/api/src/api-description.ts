import type { ApiDescription } from '#platform/http';

export const apiDescription: ApiDescription = {
  title: 'Ajudant',
  description:
    'An agency marketplace for virtual assistants: explicit duties, a price agreed up front, work visibly done.',
};
