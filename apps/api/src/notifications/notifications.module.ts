import { Module } from '@nestjs/common';
import { MailsModule } from '../mails/mails.module.js';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { Digests } from './digests.js';
import { NoticesProjection } from './notices.projection.js';
import { NotificationMails } from './notification-mails.js';
import { NotificationPreferencesController } from './notification-preferences.controller.js';
import { NotificationRecipients } from './notification-recipients.js';
import { NotificationStore } from './notification.store.js';
import { NotificationsController } from './notifications.controller.js';
import { PreferenceStore } from './preference.store.js';
import { ReadNotifications } from './read-notifications.js';
import { TellPeople } from './tell-people.js';
import { UnsubscribeTokens } from './unsubscribe-tokens.js';
import { UnsubscriptionsController } from './unsubscriptions.controller.js';

@Module({
  imports: [MailsModule, ResultWaiterModule],
  controllers: [NotificationsController, NotificationPreferencesController, UnsubscriptionsController],
  providers: [
    Digests,
    NoticesProjection,
    NotificationMails,
    NotificationRecipients,
    NotificationStore,
    PreferenceStore,
    ReadNotifications,
    TellPeople,
    UnsubscribeTokens,
  ],
})
export class NotificationsModule {}
