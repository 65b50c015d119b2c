import { useMergedRef } from '@mantine/hooks';
import type { Ref } from 'react';

/** As floating-ui has it, by what is there anyway (light-scroll-area.ts). */
export const useMergeRefs = <Value>(refs: readonly Ref<Value>[]) => useMergedRef(...refs);
