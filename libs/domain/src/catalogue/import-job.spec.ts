import { refusalOf } from '../refusals.examples.js';
import { assertImportUnderWay, assertMayAskImport } from './import-job.js';

describe('an import of a catalogue by and by', () => {
  it('is asked for while fewer than five others are under way', () => {
    expect(refusalOf(() => assertMayAskImport(4))).toBeNull();
    expect(refusalOf(() => assertMayAskImport(5))).toBe('catalogue-import.too-many');
  });

  it('is given up only while it is under way', () => {
    expect(refusalOf(() => assertImportUnderWay('working'))).toBeNull();
    expect(refusalOf(() => assertImportUnderWay('done'))).toBe('catalogue-import.over');
  });
});
