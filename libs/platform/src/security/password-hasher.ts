import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#domain-error';
import { Semaphore } from './semaphore.js';

// What OWASP's Password Storage Cheat Sheet asks of Argon2id; 2 is the package's number for that variant.
const argon2id = { algorithm: 2, timeCost: 2, parallelism: 1 } as const;
const owaspMemoryKib = 19_456;

export interface PasswordHasherOptions {
  /** Each running hash takes 19 MiB and about 28 ms of a core. */
  readonly concurrency?: number;
  /** How many may wait for their turn. */
  readonly queueLimit?: number;
  /** What guessing has to pay for each attempt. Less than the default is for tests, which sign in a thousand times. */
  readonly memoryKib?: number;
}

/** Hashes passwords with Argon2id, never more at a time than memory is meant for: beyond that, `request.too-many`. */
export class PasswordHasher {
  private readonly turns: Semaphore;
  private readonly memoryKib: number;
  private nobodys: Promise<string> | null = null;

  constructor({ concurrency = 2, queueLimit = 64, memoryKib = owaspMemoryKib }: PasswordHasherOptions = {}) {
    this.memoryKib = memoryKib;
    this.turns = new Semaphore(concurrency, queueLimit, () => {
      const detail = 'Too many people are signing in at this moment.';
      return new DomainError('request.too-many', { detail, retryAfterSeconds: 2 });
    });
  }

  async hash(password: string): Promise<string> {
    return this.turns.run(async () => hash(password.normalize('NFC'), { ...argon2id, memoryCost: this.memoryKib }));
  }

  /**
   * Whether it is the password. Null stands for an account that isn't there: it takes the same work and is never
   * right, so that nobody can tell from the time whether an e-mail is known.
   */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const compared = storedHash ?? (await this.hashOfNobody());
    const isRight = await this.turns.run(async () => verify(compared, password.normalize('NFC')).catch(() => false));
    return isRight && storedHash !== null;
  }

  /** Whether the hash was made with other parameters than those of now, and is to be made anew at the next login. */
  isOutdated(storedHash: string): boolean {
    const { timeCost, parallelism } = argon2id;
    return !storedHash.startsWith(`$argon2id$v=19$m=${this.memoryKib},t=${timeCost},p=${parallelism}$`);
  }

  private hashOfNobody(): Promise<string> {
    this.nobodys ??= this.hash('nobody has this password').catch((error: unknown) => {
      this.nobodys = null;
      throw error;
    });
    return this.nobodys;
  }
}
