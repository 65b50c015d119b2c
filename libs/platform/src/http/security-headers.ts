import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** What only means something for a document that a browser shows, and not for data. */
const ofDocuments = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

/**
 * What browsers are told not to do with an answer. Helmet would work the same headers out for each request; so it is asked
 * once, about a request that nobody made.
 */
export function securityHeaders(of: 'documents' | 'data'): Readonly<Record<string, string>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const directives = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };
  const contentSecurityPolicy = { useDefaults: false, directives };
  helmet({ contentSecurityPolicy, ...(of === 'data' && ofDocuments) })(request, response, (error) => {
    if (error !== undefined) throw error as Error;
  });
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}
