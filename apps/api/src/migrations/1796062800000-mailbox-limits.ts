import { ForwardMigration, sharedTable } from '#platform/database';

/**
 * When a mailbox was last tried, whatever came of it, so that nobody has its server asked again and again; and what a mailbox told of mails
 * of which more is known can be taken back.
 */
export class MailboxLimits1796062800000 extends ForwardMigration {
  readonly statements = [
    'ALTER TABLE api.mailbox_reading ADD COLUMN tried_at timestamptz',
    ...sharedTable('api', 'enquiry', ['DELETE']),
  ];
}
