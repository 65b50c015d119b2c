import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step of a schema: its statements, one after the other. Migrations only go forward. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract readonly statements: readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
