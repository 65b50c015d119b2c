import { RouteConfig } from '@nestjs/platform-fastify';
import type { RouteOptions } from 'fastify';

/** What most requests fit in many times over. */
const defaultBytes = 16_384;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Bytes that a body may have. */
    bodyBytes?: number;
    /** Whether the body is left to the handler as its bytes. */
    takesFile?: boolean;
  }
}

/** How big a body the route takes, in KiB, where that is more than the 16 of most routes; any bigger one is 413. */
export const BodyLimit = (kibibytes: number, { takesFile = false } = {}): MethodDecorator =>
  RouteConfig({ bodyBytes: kibibytes * 1_024, takesFile });

export const bodyLimitOf = ({ config }: RouteOptions): number => config?.bodyBytes ?? defaultBytes;
