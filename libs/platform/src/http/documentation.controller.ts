import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { DomainError } from '#domain-error';
import type { FastifyReply } from 'fastify';
import { Access } from '../security/access.js';
import { errorPage, errorPageStyle } from './error-page.js';
import { idempotencyKeyExample } from './idempotent.js';

/** Where the page's own files are, and nothing else of that package. */
const assets: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};
const require = createRequire(import.meta.url);

const pageOf = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
/**
 * The token of who signed in is kept over a reload and used for what is tried afterwards; each request that is tried gets a key of
 * its own, where the field holds what it is filled in with.
 */
const start = `const filledIn = '${idempotencyKeyExample}';
const ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  persistAuthorization: true,
  tryItOutEnabled: true,
  requestInterceptor(request) {
    const name = Object.keys(request.headers).find((header) => header.toLowerCase() === 'idempotency-key');
    if (name !== undefined && request.headers[name] === filledIn) request.headers[name] = crypto.randomUUID();
    return request;
  },
  responseInterceptor(response) {
    const token = response.ok && /\\/v1\\/auth\\/tokens(\\/refresh)?$/.test(response.url) && response.body?.accessToken;
    if (token) ui.authActions.authorizeWithPersistOption({
      accessToken: { name: 'accessToken', schema: { type: 'http', scheme: 'bearer' }, value: token },
    });
    return response;
  },
});
`;

/** All that the page needs comes from here, so it works without the Internet; its styles are partly inline. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The OpenAPI document, as it is made when the application is up. */
export class OpenApiSource {
  private made: OpenAPIObject | null = null;
  make: () => OpenAPIObject = () => {
    throw new Error('The application is not up yet');
  };

  get document(): OpenAPIObject {
    this.made ??= this.make();
    return this.made;
  }
}

@ApiExcludeController()
@Access({ public: true })
@Controller()
export class DocumentationController {
  constructor(private readonly source: OpenApiSource) {}

  @Get('openapi.json')
  document(): OpenAPIObject {
    return this.source.document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy)
  page(): string {
    return pageOf(this.source.document.info.title);
  }

  @Get('docs/errors')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy)
  errors(): string {
    return errorPage(this.source.document.info.title);
  }

  @Get('docs/errors.css')
  @Header('content-type', 'text/css; charset=utf-8')
  errorStyle(): string {
    return errorPageStyle;
  }

  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  start(): string {
    return start;
  }

  @Get('docs/:asset')
  async asset(@Param('asset') asset: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const contentType = Object.hasOwn(assets, asset) ? assets[asset] : undefined;
    if (contentType === undefined) throw new DomainError('route.not-found');
    reply.header('content-type', contentType).header('cache-control', 'public, max-age=86400');
    const folder = join(require.resolve('swagger-ui-dist/package.json'), '..');
    return readFile(join(folder, asset));
  }
}
