/** How often something comes round. */
export const cadences = ['once', 'weekly', 'monthly'] as const;
export type Cadence = (typeof cadences)[number];
