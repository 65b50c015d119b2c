import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const mergedRefs = fileURLToPath(new URL('merged-refs.ts', import.meta.url));

/**
 * Mantine's scroll areas, and so its tables, take five lines of floating-ui, which is 12 KB that every view with a table would come with
 * otherwise. Where a release takes them from elsewhere, this does nothing.
 */
export const lightScrollArea = (): Plugin => ({
  name: 'light-scroll-area',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === '@floating-ui/react' && /[\\/]ScrollArea[\\/]ScrollArea\.mjs$/.test(importer ?? '') ? mergedRefs : null,
});
