import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#domain-error';
import { Semaphore } from './semaphore.js';

// What OWASP's Password Storage Cheat Sheet asks of Argon2id; 2 is the package's number for that variant.
const argon2id = { algorithm: 2, timeCost: 2, parallelism: 1 } as const;
const owaspMemoryKib = 19_456;

export interface PasswordHasherOptions {
  /** Passwords that are compared at a time; half as many are hashed for new accounts. Each takes 19 MiB and about 28 ms of a core. */
  readonly concurrency?: number;
  /** How many may wait for their turn, of either kind. */
  readonly queueLimit?: number;
  /** What guessing has to pay for each attempt. Less than the default is for tests, which sign in a thousand times. */
  readonly memoryKib?: number;
  /** Compares a hash with a password: Argon2's own function, but for specs that look at what is compared. */
  readonly compare?: (hash: string, password: string) => Promise<boolean>;
  /** Whether a transaction is open around the caller, which would hold its connection and locks meanwhile. */
  readonly isInTransaction?: () => boolean;
}

/**
 * Hashes passwords with Argon2id, never more at a time than memory is meant for: beyond that, `request.too-many`. Those
 * who sign in and those who open accounts wait in queues of their own, so that however many register, logins go on.
 */
export class PasswordHasher {
  private readonly comparing: Semaphore;
  private readonly making: Semaphore;
  private readonly memoryKib: number;
  private readonly compare: (hash: string, password: string) => Promise<boolean>;
  private readonly isInTransaction: () => boolean;
  private nobodys: Promise<string> | null = null;

  constructor(options: PasswordHasherOptions = {}) {
    const { concurrency = 2, queueLimit = 64, memoryKib = owaspMemoryKib, compare = verify } = options;
    this.memoryKib = memoryKib;
    this.compare = compare;
    this.isInTransaction = options.isInTransaction ?? (() => false);
    this.comparing = new Semaphore(concurrency, queueLimit, () => tooMany('signing in'));
    this.making = new Semaphore(Math.ceil(concurrency / 2), queueLimit, () => tooMany('opening accounts'));
  }

  /** For a new password. Fails with `request.too-many` when too many wait, and in a transaction always. */
  async hash(password: string): Promise<string> {
    this.assertNoTransaction();
    return this.making.run(async () => this.hashNow(password));
  }

  /** For the password of somebody who has just signed in, where the hash that is kept is outdated. */
  async rehash(password: string): Promise<string> {
    this.assertNoTransaction();
    return this.comparing.run(async () => this.hashNow(password));
  }

  /**
   * Whether it is the password. Null stands for an account that isn't there: it takes the same work and is never
   * right, so that nobody can tell from the time whether an e-mail is known. Fails as `hash` does.
   */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    this.assertNoTransaction();
    const compared = storedHash ?? (await this.hashOfNobody());
    const isRight = await this.comparing.run(async () =>
      this.compare(compared, password.normalize('NFC')).catch(() => false),
    );
    return isRight && storedHash !== null;
  }

  /** Whether the hash was made with other parameters than those of now, and is to be made anew at the next login. */
  isOutdated(storedHash: string): boolean {
    const { timeCost, parallelism } = argon2id;
    return !storedHash.startsWith(`$argon2id$v=19$m=${this.memoryKib},t=${timeCost},p=${parallelism}$`);
  }

  private hashOfNobody(): Promise<string> {
    this.nobodys ??= this.comparing
      .run(async () => this.hashNow('nobody has this password'))
      .catch((error: unknown) => {
        this.nobodys = null;
        throw error;
      });
    return this.nobodys;
  }

  private async hashNow(password: string): Promise<string> {
    return hash(password.normalize('NFC'), { ...argon2id, memoryCost: this.memoryKib });
  }

  private assertNoTransaction(): void {
    if (this.isInTransaction()) throw new Error('A password is hashed inside of a transaction: hash it before');
  }
}

const tooMany = (what: string): DomainError =>
  new DomainError('request.too-many', { detail: `Too many people are ${what} at this moment.`, retryAfterSeconds: 2 });
