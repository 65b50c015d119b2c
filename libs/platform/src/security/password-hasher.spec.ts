import { verify } from '@node-rs/argon2';
import { DomainError } from '#domain-error';
import { PasswordHasher } from './password-hasher.js';

describe('A password', () => {
  const hasher = new PasswordHasher();

  it('is kept as Argon2id with 19 MiB, 2 passes and 1 lane, with a salt of its own', async () => {
    const [one, other] = await Promise.all([hasher.hash('correct horse'), hasher.hash('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(hasher.isOutdated(one)).toBe(false);
    expect(hasher.isOutdated(one.replace('m=19456', 'm=4096'))).toBe(true);
  });

  it('is told from any other', async () => {
    const stored = await hasher.hash('correct horse');
    expect(await hasher.matches(stored, 'correct horse')).toBe(true);
    expect(await hasher.matches(stored, 'correct horse ')).toBe(false);
    expect(await hasher.matches('no hash at all', 'correct horse')).toBe(false);
  });

  it('is the same however its accents were typed', async () => {
    expect(await hasher.matches(await hasher.hash('caf\u00e9'), 'cafe\u0301')).toBe(true);
  });

  it('never fits an account that is not there, and finding that out takes the same work', async () => {
    const compared: string[] = [];
    const watched = new PasswordHasher({
      compare: async (hash, password) => {
        compared.push(hash);
        return verify(hash, password);
      },
    });
    const stored = await watched.hash('correct horse');
    for (const hash of [stored, null, null]) expect(await watched.matches(hash, 'wrong')).toBe(false);
    expect(await watched.matches(null, 'nobody has this password')).toBe(false);
    // What the work is stands in the hash that is compared: variant, memory, passes, lanes.
    const parameters = compared.map((hash) => hash.slice(0, hash.lastIndexOf('p=1$') + 4));
    expect(parameters).toEqual(Array(4).fill('$argon2id$v=19$m=19456,t=2,p=1$'));
    expect(compared[0]).toBe(stored);
  });

  it('waits for its turn, and is turned away when too many wait', async () => {
    const small = new PasswordHasher({ concurrency: 1, queueLimit: 2 });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => small.hash('x')));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    const refused = outcomes[4] as PromiseRejectedResult;
    expect(refused.reason).toBeInstanceOf(DomainError);
    expect((refused.reason as DomainError).code).toBe('request.too-many');
    expect(await small.hash('x')).toContain('argon2id');
  });

  it('is compared however many new ones wait to be hashed', async () => {
    const small = new PasswordHasher({ concurrency: 1, queueLimit: 1, memoryKib: 64 });
    const stored = await small.hash('correct horse');
    const flood = Promise.allSettled(Array.from({ length: 50 }, () => small.hash('x')));
    expect(await small.matches(stored, 'correct horse')).toBe(true);
    expect(await small.rehash('correct horse')).toContain('argon2id');
    expect((await flood).filter(({ status }) => status === 'rejected')).toHaveLength(48);
  });

  it('is never hashed while a transaction holds a connection', async () => {
    const careful = new PasswordHasher({ memoryKib: 64, isInTransaction: () => true });
    await expect(careful.hash('x')).rejects.toThrow('inside of a transaction');
    await expect(careful.rehash('x')).rejects.toThrow('inside of a transaction');
    await expect(careful.matches(null, 'x')).rejects.toThrow('inside of a transaction');
  });
});
