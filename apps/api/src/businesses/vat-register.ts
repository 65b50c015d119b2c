/** What a register says of a VAT id. */
export interface VatAnswer {
  /** `unavailable` where it can't say at the moment, whatever the reason. */
  readonly result: 'valid' | 'invalid' | 'unavailable';
  readonly reference: string | null;
}

/** A register of VAT ids. It is asked outside of any transaction, and answers in bounded time. */
export abstract class VatRegister {
  /** Whether there is one to ask. */
  abstract readonly isThere: boolean;

  /** @param vatId with its prefix */
  abstract ask(vatId: string): Promise<VatAnswer>;
}

/** Where no register is configured, VAT ids stay unchecked until an administrator looks one up. */
export class NoVatRegister extends VatRegister {
  readonly isThere = false;

  ask(): Promise<VatAnswer> {
    return Promise.resolve({ result: 'unavailable', reference: null });
  }
}
