import type { Visitor } from '../visitor.js';

/** Looks at a view once it is there whole: nothing on it may be a barrier. */
export async function looked(visitor: Visitor, at?: string | RegExp): Promise<void> {
  await visitor.settled(at);
  const here = visitor.page.url();
  expect({ at: here, barriers: await visitor.barriers() }).toEqual({ at: here, barriers: [] });
}
