import { apiKeyPrefix, hashSecret, isSecret, newSecret } from './secrets.js';

describe('A secret', () => {
  it('is a prefix and 32 random bytes, and never the same twice', () => {
    const secrets = Array.from({ length: 100 }, () => newSecret(apiKeyPrefix));
    expect(new Set(secrets).size).toBe(100);
    expect(secrets.every((secret) => isSecret(apiKeyPrefix, secret))).toBe(true);
  });

  it('is stored as its SHA-256', () => {
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is told from other texts by its form', () => {
    for (const text of ['', 'ajk_', `ajr_${'a'.repeat(43)}`, `ajk_${'a'.repeat(42)}`, `ajk_${'a'.repeat(42)}!`]) {
      expect(isSecret(apiKeyPrefix, text)).toBe(false);
    }
  });
});
