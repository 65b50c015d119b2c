import { subnetOf } from './rate-limit.js';

describe('Whose requests are counted together', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8:0:0::'],
    ['2001:DB8:0:0:ffff::', '2001:db8:0:0::'],
    ['2001:db8:0:1::1', '2001:db8:0:1::'],
    ['2001:0db8:0000:0001:0:0:0:1', '2001:db8:0:1::'],
    ['::1', '0:0:0:0::'],
    ['1:2:3:4:5:6:203.0.113.7', '1:2:3:4::'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0:0::'],
  ])('%s counts as %s', (address, subnet) => {
    expect(subnetOf(address)).toBe(subnet);
  });
});
