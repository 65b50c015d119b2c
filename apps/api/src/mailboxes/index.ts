import type { Feature } from '../feature.js';
import { MailboxLimits1796062800000 } from '../migrations/1796062800000-mailbox-limits.js';
import { Mailboxes1796058600000 } from '../migrations/1796058600000-mailboxes.js';
import { MailboxRow } from './mailbox.row.js';
import { MailboxesModule } from './mailboxes.module.js';

export const mailboxes: Feature = {
  module: MailboxesModule,
  rows: [MailboxRow],
  migrations: [Mailboxes1796058600000, MailboxLimits1796062800000],
};
