import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { AggregateStore, type EventBody } from '../aggregate-store.js';
import { runMigrations } from '../migrations.js';
import { sharedTable, tenantTable } from '../tenancy.js';

/** The smallest aggregate, for the specs of this folder. */
export interface Note {
  readonly ownerId: string;
  readonly text: string;
}

export type NoteFact =
  | { readonly type: 'noteWritten'; readonly ownerId: string; readonly text: string }
  | { readonly type: 'noteReworded'; readonly text: string };

@Entity({ name: 'note' })
export class NoteRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('text')
  text!: string;
}

export class NoteStore extends AggregateStore<Note, NoteFact, NoteRow> {
  protected readonly entity = NoteRow;
  protected readonly aggregateType = 'note';

  protected toState({ ownerId, text }: NoteRow): Note {
    return { ownerId, text };
  }

  protected toRow({ ownerId, text }: Note): Omit<NoteRow, 'id' | 'version'> {
    return { ownerId, text };
  }

  protected evolve(state: Note | null, fact: NoteFact): Note {
    if (fact.type === 'noteWritten') return { ownerId: fact.ownerId, text: fact.text };
    if (state === null) throw new Error('a note is written before it is reworded');
    return { ...state, text: fact.text };
  }

  protected toEvent(fact: NoteFact, state: Note): EventBody {
    const type = fact.type === 'noteWritten' ? 'note.written.v1' : 'note.reworded.v1';
    return { type, audience: [state.ownerId], data: { text: fact.text } };
  }
}

export class Notes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'CREATE TABLE api.note (id uuid PRIMARY KEY, version int NOT NULL, owner_id uuid NOT NULL, text text NOT NULL)',
      ...tenantTable('api', 'note', ['owner_id']),
      'CREATE TABLE api.counter (name text PRIMARY KEY, value bigint NOT NULL, day date)',
      ...sharedTable('api', 'counter'),
      `CREATE TABLE api.outbox (
         id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL, type text NOT NULL,
         aggregate_type text NOT NULL, aggregate_id uuid NOT NULL, aggregate_version int NOT NULL,
         audience uuid[] NOT NULL, occurred_at timestamptz NOT NULL, correlation_id text NOT NULL, causation_id text,
         traceparent text, data jsonb NOT NULL)`,
      ...sharedTable('api', 'outbox'),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

export const migrateNotes = (url: string): Promise<string[]> =>
  runMigrations({ schema: 'api', ownerUrl: url, migrations: [Notes1700000000000] });
