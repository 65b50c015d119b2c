import type { CatalogueEntryId } from '../ids.js';
import { refusalOf } from '../refusals.examples.js';
import {
  type CatalogueEntry,
  decideCatalogueEntry,
  type EntryDetails,
  evolveCatalogueEntry,
} from './catalogue-entry.js';
import { importedDuty } from './offered-duty.js';

const now = '2026-11-25T10:00:00.000Z';
const later = '2026-11-26T10:00:00.000Z';
const identity = {
  entryId: 'e' as CatalogueEntryId,
  source: 'guild',
  externalId: 'post',
  code: 'guild:post',
};
const noTerms = { units: {}, doneCriteria: {}, indicativeMinutes: null, mode: null };
const said: EntryDetails = {
  labels: { es: 'Enviar paquetes' },
  alternativeLabels: { es: ['mandar paquetes'] },
  descriptions: {},
  terms: noTerms,
};
const naming = (details: Partial<EntryDetails> = {}, retired = false, at = later) =>
  ({
    type: 'importEntry',
    identity,
    details: { ...said, ...details },
    retired,
    revision: at === now ? 1 : 2,
    now: at,
  }) as const;
const after = (...commands: Parameters<typeof decideCatalogueEntry>[0][]): CatalogueEntry =>
  commands.reduce<CatalogueEntry | null>(
    (state, command) => decideCatalogueEntry(command, state).reduce<CatalogueEntry | null>(evolveCatalogueEntry, state),
    null,
  )!;
const imported = after(naming({}, false, now));
const retired = after(naming({}, false, now), { type: 'retireEntry', revision: 2, now: later });

describe('an entry of an imported catalogue', () => {
  it('is in use once a file names it', () => {
    expect(imported).toEqual({ status: 'active', ...identity, revision: 1, ...said, importedAt: now });
  });

  it('stays as it is when a file says what is known, in whatever order', () => {
    expect(decideCatalogueEntry(naming(), imported)).toEqual([]);
    const both = after(naming({ labels: { en: 'Post', es: 'Enviar' } }, false, now));
    expect(decideCatalogueEntry(naming({ labels: { es: 'Enviar', en: 'Post' } }), both)).toEqual([]);
  });

  it('takes what a file says anew and keeps what it does not speak of', () => {
    const changed = after(
      naming({ terms: { ...noTerms, indicativeMinutes: 15 } }, false, now),
      naming({ labels: { ca: 'Enviar paquets' }, alternativeLabels: {} }),
    );
    expect(changed).toMatchObject({
      labels: { es: 'Enviar paquetes', ca: 'Enviar paquets' },
      alternativeLabels: { es: ['mandar paquetes'] },
      terms: { indicativeMinutes: 15 },
      revision: 2,
      importedAt: later,
    });
  });

  it('is kept as it was when it is retired, once', () => {
    expect(retired).toEqual({ ...imported, status: 'retired', revision: 2, retiredAt: later });
    expect(after(naming({}, false, now), naming({ labels: { es: 'Otra cosa' } }, true))).toEqual(retired);
    expect(decideCatalogueEntry(naming({}, true), retired)).toEqual([]);
    expect(decideCatalogueEntry({ type: 'retireEntry', revision: 3, now: later }, retired)).toEqual([]);
  });

  it('may come retired, so that what names it elsewhere can be read', () => {
    expect(after(naming({}, true, now))).toEqual({ ...imported, status: 'retired', retiredAt: now });
  });

  it('is in use again when a file says so', () => {
    expect(decideCatalogueEntry(naming(), retired)).toMatchObject([
      { type: 'catalogueEntryImported', code: 'guild:post', details: said, revision: 2 },
    ]);
  });
});

describe('an entry that no file named', () => {
  it('can not be retired', () => {
    expect(refusalOf(() => decideCatalogueEntry({ type: 'retireEntry', revision: 2, now: later }, null))).toBe(
      'catalogue-entry.not-found',
    );
  });
});

describe('an imported duty', () => {
  it('is offered with what its catalogue leaves unsaid filled in', () => {
    expect(importedDuty(imported)).toEqual({
      code: 'guild:post',
      group: 'imported',
      source: 'guild',
      label: { en: 'Enviar paquetes', es: 'Enviar paquetes', ca: 'Enviar paquetes' },
      unit: { en: 'hour', es: 'hora', ca: 'hora' },
      doneCriterion: expect.objectContaining({ ca: 'El que es va demanar està lliurat i l’empresa ho ha revisat' }),
      indicativeMinutes: 60,
      mode: 'prepares',
      retired: false,
    });
  });

  it('is offered as its catalogue says', () => {
    const terms = {
      units: { en: 'parcel' },
      doneCriteria: { en: 'Sent' },
      indicativeMinutes: 12,
      mode: 'acts',
    } as const;
    expect(importedDuty(after(naming({ labels: { en: 'Post', ca: 'Enviar' }, terms }, true)))).toMatchObject({
      label: { en: 'Post', es: 'Post', ca: 'Enviar' },
      unit: { ca: 'parcel' },
      doneCriterion: { es: 'Sent' },
      indicativeMinutes: 12,
      mode: 'acts',
      retired: true,
    });
  });
});
