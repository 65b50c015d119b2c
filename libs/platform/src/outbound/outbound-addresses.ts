import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { addressesOf, type ResolveHost } from './host-addresses.js';
import { OutboundError } from './outbound-error.js';
import { isLoopbackAddress, isPublicAddress } from './public-addresses.js';

/** What requests to addresses that somebody else named may reach. */
export interface OutboundRules {
  /** The machine itself, over plain `http` as well: for development and tests. */
  readonly loopback: 'refused' | 'allowed';
}

/** Which addresses may be connected to, of hosts that somebody else named. */
export class OutboundAddresses {
  constructor(
    private readonly rules: OutboundRules,
    private readonly resolve: ResolveHost = addressesOf,
  ) {}

  /** @throws OutboundError `address-refused` */
  assertAllowed(address: string): void {
    const isAllowed = isPublicAddress(address) || (this.rules.loopback === 'allowed' && isLoopbackAddress(address));
    if (!isAllowed) throw new OutboundError('address-refused', 'the address is not one of the public net');
  }

  /**
   * The addresses of a host, if all of them may be connected to: whoever mixes in another one waits for the right moment. An address
   * in the place of a name is its own.
   * @throws OutboundError `address-refused`, `host-unknown`
   */
  async of(host: string): Promise<LookupAddress[]> {
    const found = isIP(host) === 0 ? await this.resolve(host) : [host];
    if (found.length === 0) throw new OutboundError('host-unknown', 'there is no such host');
    for (const address of found) this.assertAllowed(address);
    return found.map((address) => ({ address, family: isIP(address) }));
  }
}
