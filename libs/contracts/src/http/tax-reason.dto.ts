/** Why a service is taxed as it is; `taxNote` says the same in English, as it was signed. */
export class TaxReasonDto {
  category!: 'standard' | 'reverse-charge' | 'outside-scope';
  /** Whose standard rate it is; null without one. */
  countryCode!: string | null;
  /** The date since which it is that. */
  since!: string | null;
  /** Of whoever owes the tax in the supplier's place. */
  vatId!: string | null;
  /** The date on which a register confirmed the VAT id; null while none has. */
  confirmedOn!: string | null;
  confirmedBy!: 'manual' | 'vies' | null;
}
