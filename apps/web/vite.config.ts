import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { firstScript } from './build/first-script.ts';
import { lightScrollArea } from './build/light-scroll-area.ts';
import { usedStyles } from './build/used-styles.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `npm run dev:web` serves the page while it is edited, and asks a running service for everything else. */
const service = process.env['AJUDANT_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: at('.'),
  plugins: [
    react(),
    lightScrollArea(),
    usedStyles(['core', 'notifications', 'spotlight'].map((name) => `@mantine/${name}/styles.layer.css`)),
    firstScript(),
  ],
  build: {
    outDir: at('../../dist/apps/web'),
    emptyOutDir: true,
    target: 'es2023',
    // Whatever is inlined would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Kilobytes before compression, which leaves less than a third.
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
  },
  server: { proxy: { '/v1': service, '/openapi.json': service, '/docs': service } },
});
