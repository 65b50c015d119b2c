import { createHash } from 'node:crypto';
import { type BillingRecord, hashedText, nifOf, qrAddress, takenBack } from './billing-record.js';

const hash = (record: BillingRecord): string =>
  createHash('sha256').update(hashedText(record)).digest('hex').toUpperCase();
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' }) as const;
/** Of the examples of the Agencia Tributaria ("Detalle de las especificaciones técnicas… huella", version 0.1.2). */
const first: BillingRecord = {
  issuerNif: '89890001K',
  number: '12345678/G33',
  issuedOn: '2024-01-01',
  type: 'F1',
  tax: euros(1_235),
  total: euros(12_345),
  previousHash: null,
  generatedAt: '2024-01-01T19:20:30+01:00',
};

describe('the record of an invoice by the rules of Spain', () => {
  it('has the hash that the tax office’s own examples have, each after the one before', () => {
    expect(hash(first)).toBe('3C464DAF61ACB827C65FDA19F352A4E3BDC2C640E9E9FC4CC058073F38F12F60');
    const second = { ...first, number: '12345679/G34', previousHash: hash(first) };
    expect(hash({ ...second, generatedAt: '2024-01-01T19:20:35+01:00' })).toBe(
      'F7B94CFD8924EDFF273501B01EE5153E4CE8F259766F88CF6ACB8935802A2B97',
    );
  });

  it('has another hash as soon as anything of it is another', () => {
    const others = [
      { ...first, total: euros(12_346) },
      { ...first, number: '12345678/G34' },
      { ...first, previousHash: hash(first) },
      { ...first, tax: takenBack(euros(1_235)) },
    ];
    expect(new Set([first, ...others].map(hash)).size).toBe(5);
  });

  it('is asked about at the tax office, by an address that a QR code holds', () => {
    expect(qrAddress({ ...first, number: '12345678&G33', total: euros(24_140) }, true)).toBe(
      'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR?nif=89890001K&numserie=12345678%26G33&fecha=01-01-2024&importe=241.40',
    );
    expect(qrAddress(first, false)).toContain('/ValidarQRNoVerifactu?');
  });

  it('is of whoever has a NIF', () => {
    const party = { vatId: 'ESB12345674', registrationNumber: null, countryCode: 'ES' };
    expect([nifOf(party), nifOf({ ...party, countryCode: 'FR' }), nifOf({ ...party, vatId: null })]).toEqual([
      'B12345674',
      null,
      null,
    ]);
  });
});
