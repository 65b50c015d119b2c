import type { Feature } from '../feature.js';
import { Notifications1796020000000 } from '../migrations/1796020000000-notifications.js';
import { NotificationsModule } from './notifications.module.js';

export const notifications: Feature = { module: NotificationsModule, migrations: [Notifications1796020000000] };
