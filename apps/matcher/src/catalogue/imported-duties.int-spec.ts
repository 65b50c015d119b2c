import type { EventEnvelope } from '#contracts';
import { catalogueDuties } from '#knowledge/catalogue';
import { type Database, openDatabase, type Transaction } from '#platform/database';
import type { ConsumerDefinition, Messaging } from '#platform/messaging';
import { testDatabase, type TestDatabase } from '#platform/testing';
import { migrateMatcher } from '../data-source.js';
import { DutyMinutes } from './duty-minutes.js';
import { ImportedDutiesProjection } from './imported-duties.projection.js';
import { ImportedDutyStore } from './imported-duty.store.js';
import { readDuties } from './written-duties.js';

const parcels = {
  code: 'guild:parcels',
  source: 'guild',
  externalId: 'parcels',
  labels: { en: 'Post parcels', es: 'Enviar paquetes' },
  alternativeLabels: { en: ['ship things'] },
  descriptions: {},
  indicativeMinutes: 12,
  importedAt: '2026-11-25T10:00:00.000Z',
};
const known = ({ code, labels, alternativeLabels, descriptions }: typeof parcels) => ({
  id: code,
  labels,
  alternativeLabels,
  descriptions,
  retired: false,
});

describe('duties of imported catalogues, as the matcher knows them', () => {
  let place: TestDatabase;
  let database: Database;
  let store: ImportedDutyStore;
  const definitions: ConsumerDefinition[] = [];
  beforeAll(async () => {
    place = await testDatabase({ template: 'matcher', migrate: (ownerUrl) => migrateMatcher({ ownerUrl }) });
    database = await openDatabase({ schema: 'matcher', url: place.url, entities: [], poolSize: 5 });
    const messaging = { consume: (definition: ConsumerDefinition) => definitions.push(definition) };
    new ImportedDutiesProjection(messaging as unknown as Messaging, new ImportedDutyStore()).onModuleInit();
    await hear('catalogue-entry.imported.v1', parcels);
  });
  beforeEach(() => {
    store = new ImportedDutyStore();
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await place.dispose();
  });

  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    database.transaction({ kind: 'marketplace' }, work);
  /** Hands an event to the projection, as its consumer would. */
  const hear = (type: string, data: object) =>
    inTransaction((tx) => definitions[0]!.handles[0]!.handlers[type]!.handle({ type, data } as EventEnvelope, tx));
  const news = async (from = store) => {
    const written = await inTransaction((tx) => from.ifChanged(tx));
    return written === null ? null : readDuties(written);
  };

  it('are told once, until some are changed or retired', async () => {
    expect(await news()).toEqual([known(parcels)]);
    expect(await news()).toBeNull();
    const plants = { ...parcels, code: 'guild:plants', labels: { en: 'Water plants', es: 'Regar' } };
    await hear('catalogue-entry.imported.v1', plants);
    expect(await news()).toEqual([known(parcels), known(plants)]);
    await hear('catalogue-entry.retired.v1', { code: plants.code, retiredAt: parcels.importedAt });
    expect(await news()).toEqual([known(parcels)]);
    expect(await news()).toBeNull();
    await hear('catalogue-entry.imported.v1', plants);
    expect(await news()).toHaveLength(2);
    await hear('catalogue-entry.retired.v1', { code: plants.code, retiredAt: parcels.importedAt });
    expect(await news()).toEqual([known(parcels)]);
  });

  it('are told again to whoever could not make use of them', async () => {
    await news();
    store.forgetPlace();
    expect(await news()).toEqual([known(parcels)]);
  });

  it('are told although they were committed after later ones were read', async () => {
    await news();
    const slow = { ...parcels, code: 'guild:slow' };
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    let written = (): void => undefined;
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const late = inTransaction(async (tx) => {
      await new ImportedDutyStore().keep(tx, slow);
      written();
      await held;
    });
    await isWritten;
    await hear('catalogue-entry.imported.v1', { ...parcels, code: 'guild:quick' });
    expect(await news()).toHaveLength(2);
    commit();
    await late;
    expect((await news())?.map(({ id }) => id)).toEqual(['guild:parcels', 'guild:quick', 'guild:slow']);
    expect(await news()).toBeNull();
  });

  it('take the minutes that their catalogue says, also when they are retired, and own ones theirs', async () => {
    const minutes = new DutyMinutes();
    const current = () => inTransaction((tx) => minutes.current(tx));
    expect((await current()).get(parcels.code)).toBe(12);
    expect((await current()).get(catalogueDuties[0]!.code)).toBe(catalogueDuties[0]!.indicativeMinutes);
    await hear('catalogue-entry.imported.v1', { ...parcels, indicativeMinutes: 45 });
    expect((await current()).get(parcels.code)).toBe(45);
    await hear('catalogue-entry.retired.v1', { code: parcels.code, retiredAt: parcels.importedAt });
    expect((await current()).get(parcels.code)).toBe(45);
  });
});
