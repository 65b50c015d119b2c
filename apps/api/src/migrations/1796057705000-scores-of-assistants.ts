import { ForwardMigration } from '#platform/database';

/** How an assistant was scored is counted for anybody who looks at her profile; reviews that are there are counted with the rest. */
export class ScoresOfAssistants1796057705000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.review
        ADD COLUMN assistant_id uuid NOT NULL GENERATED ALWAYS AS ((state->>'assistantId')::uuid) STORED,
        ADD COLUMN score smallint NOT NULL GENERATED ALWAYS AS ((state->>'score')::smallint) STORED;
      CREATE INDEX review_assistant ON api.review (assistant_id, score) WHERE side = 'business'`,
  ];
}
