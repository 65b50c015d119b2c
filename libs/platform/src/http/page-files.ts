import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** All that the page needs comes from here. Its styles are partly set by script, which browsers count as inline. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ofTheApi = /^\/(v1|health|metrics|docs|openapi\.json)(\/|$)/;

/**
 * Serves the files of a page from a folder, beside the API: what is named after its content for good, everything else
 * only if it is still the same, and the page itself for every address that a browser goes to and that isn't the API's.
 */
export function servePage(server: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${folder} holds no page; \`npm run build\` makes it`);
  const files = sirv(folder, { etag: true, gzip: true, brotli: true, single: true });
  server.addHook('onRequest', (request, reply, done) => {
    if (!isForThePage(request)) return done();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.hijack();
    // With a 304 as well, whose headers take the place of those that a browser kept.
    const isNamedAfterContent = request.url.startsWith('/assets/');
    reply.raw.setHeader('cache-control', isNamedAfterContent ? 'public, max-age=31536000, immutable' : 'no-cache');
    reply.raw.setHeader('content-security-policy', policy);
    // A file that was there at the start may be gone, as while the page is built anew: that ends the answer, and nothing else.
    reply.raw.once('pipe', (file) => file.once('error', () => reply.raw.destroy()));
    files(request.raw, reply.raw, () => {
      reply.raw.removeHeader('cache-control');
      reply.raw.statusCode = 404;
      reply.raw.end();
    });
  });
}

function isForThePage({ method, headers, url }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = url.split('?', 1)[0]!;
  if (ofTheApi.test(path)) return false;
  return path.startsWith('/assets/') || (headers.accept ?? '').includes('text/html');
}
