import type { Actor } from '#access';
import type { CurrentCallOf, CurrentChangeOf, CurrentNestedChangeOf } from '#platform/endpoints';

/** Who asks for something, and when: `@CurrentCall() call: Call`. */
export type Call = CurrentCallOf<Actor>;

/** A call that changes what there is, in the version that the caller has seen: `@CurrentChange() change: Change`. */
export type Change = CurrentChangeOf<Actor>;

/** A change of what is found below something else: `@CurrentNestedChange({ parameter: 'runId' }) change: NestedChange`. */
export type NestedChange = CurrentNestedChangeOf<Actor>;

/** Of a step that can be taken once: whoever names no version means the present one. `@CurrentChange(once) change: Change` */
export const once = { required: false } as const;
