import { Resolver } from 'node:dns/promises';

/** Finds the addresses of a host; none where there is no such host. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

const resolver = new Resolver({ timeout: 3_000, tries: 2 });

/**
 * By asking the name servers, and not through the system's resolver: that works in the few threads that hashing and files share, and
 * a name whose server doesn't answer would hold one of them.
 */
export const addressesOf: ResolveHost = async (host) => {
  if (host === 'localhost') return ['127.0.0.1', '::1'];
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
};
