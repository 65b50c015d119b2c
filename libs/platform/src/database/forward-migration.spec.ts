import type { QueryRunner } from 'typeorm';
import { ForwardMigration } from './forward-migration.js';

class Parcels1700000000000 extends ForwardMigration {
  readonly statements = ['CREATE TABLE parcel ()', 'CREATE INDEX parcel_weight'];
}

describe('a migration', () => {
  it('sends its statements in their order', async () => {
    const sent: string[] = [];
    const runner = { query: (sql: string) => Promise.resolve(void sent.push(sql)) } as unknown as QueryRunner;
    await new Parcels1700000000000().up(runner);
    expect(sent).toEqual(['CREATE TABLE parcel ()', 'CREATE INDEX parcel_weight']);
  });

  it('only goes forward', async () => {
    await expect(new Parcels1700000000000().down()).rejects.toThrow('Migrations only go forward.');
  });
});
