import { mostImportedDuties } from '#domain';
import { readCatalogueFile } from './catalogue-file.js';
import { planImport } from './import-plan.js';

describe('what an import comes to', () => {
  const circumstances = { source: 'guild', retireMissing: true, revision: 1, now: '2026-12-01T08:00:00.000Z' };
  const twoEntries = readCatalogueFile('id,en\n1,Post parcels\n2,Water plants\n');

  it('is refused with what there is and what would come, where all catalogues together would be too many', () => {
    const inUse = mostImportedDuties - 1;
    expect(() => planImport(twoEntries, [], { ...circumstances, inUse })).toThrow(
      expect.objectContaining({
        code: 'catalogue.no-room',
        details: expect.objectContaining({ detail: expect.stringContaining(`${inUse} are in use, and 2 would come`) }),
      }),
    );
  });

  it('is taken where it fills what is left, and where entries are retired for it', () => {
    const full = { ...circumstances, inUse: mostImportedDuties };
    expect(planImport(twoEntries, [], { ...circumstances, inUse: mostImportedDuties - 2 }).accepted).toBe(2);
    const retiring = readCatalogueFile('id,en,retired\n1,Post parcels,yes\n');
    expect(planImport(retiring, [], full).more).toBe(0);
  });
});
