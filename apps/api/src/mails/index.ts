import type { Feature } from '../feature.js';
import { ConfirmedAccounts1796012746000 } from '../migrations/1796012746000-confirmed-accounts.js';
import { MailsModule } from './mails.module.js';

export const mails: Feature = { module: MailsModule, migrations: [ConfirmedAccounts1796012746000] };
