import { ForwardMigration } from '#platform/database';

/**
 * What scorecards, measured effects, changes of a price and reports of money count of a run, read out of its state once, when it is written: two thousand runs are
 * counted in the time that opening their states took alone. The database writes these columns of the runs that are there as of new ones, so that they
 * can't say anything else than the state. The function is immutable because all instants in states name their offset.
 */
export class RunsCountedByColumn1796069520000 extends ForwardMigration {
  readonly statements = [
    `CREATE FUNCTION api.instant_of(kept text) RETURNS timestamptz
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT kept::timestamptz $$;
      ALTER TABLE api.duty_run
        ADD COLUMN state_version integer GENERATED ALWAYS AS ((state->>'stateVersion')::integer) STORED,
        ADD COLUMN duty_code text GENERATED ALWAYS AS (state->>'dutyCode') STORED,
        ADD COLUMN month text GENERATED ALWAYS AS (left(state->>'periodEndsOn', 7)) STORED,
        ADD COLUMN due_at timestamptz GENERATED ALWAYS AS (api.instant_of(state->>'dueAt')) STORED,
        ADD COLUMN volume integer GENERATED ALWAYS AS ((state->>'volume')::integer) STORED,
        ADD COLUMN unit_price_minor bigint GENERATED ALWAYS AS ((state#>>'{unitPrice,amountMinor}')::bigint) STORED,
        ADD COLUMN times_returned integer GENERATED ALWAYS AS ((state->>'timesReturned')::integer) STORED,
        ADD COLUMN first_done_at timestamptz GENERATED ALWAYS AS (api.instant_of(state->>'firstDoneAt')) STORED,
        ADD COLUMN minutes integer GENERATED ALWAYS AS ((state->>'minutes')::integer) STORED,
        ADD COLUMN quantity integer GENERATED ALWAYS AS ((state->>'quantity')::integer) STORED,
        ADD COLUMN by_silence boolean GENERATED ALWAYS AS ((state->>'bySilence')::boolean) STORED,
        ADD COLUMN quality smallint GENERATED ALWAYS AS ((state->>'quality')::smallint) STORED`,
  ];
}
