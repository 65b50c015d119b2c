import { ForwardMigration } from '#platform/database';

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * What goes with one status of an assistant alone stands in one column, so that a further status needs none of its own.
 * `status` and `listed_at` stay beside it, for what looks for assistants by them.
 */
export class AssistantStanding1795390210000 extends ForwardMigration {
  readonly statements = [
    `ALTER TABLE api.assistant ADD COLUMN standing jsonb;
      UPDATE api.assistant SET standing = CASE status
        WHEN 'draft' THEN jsonb_build_object('status', status)
        WHEN 'published' THEN jsonb_build_object('status', status, 'listedAt', ${instant('listed_at')})
        ELSE jsonb_build_object('status', status, 'listedAt', ${instant('listed_at')},
                                'withdrawnAt', ${instant('withdrawn_at')}, 'reason', withdrawal_reason)
      END;
      ALTER TABLE api.assistant ALTER COLUMN standing SET NOT NULL;
      ALTER TABLE api.assistant DROP COLUMN withdrawn_at, DROP COLUMN withdrawal_reason`,
  ];
}
