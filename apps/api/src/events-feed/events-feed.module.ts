import { Module } from '@nestjs/common';
import { ResultWaiterModule } from '../result-waiter/result-waiter.module.js';
import { EventsFeedController } from './events-feed.controller.js';
import { ReadEvents } from './read-events.js';

@Module({ imports: [ResultWaiterModule], controllers: [EventsFeedController], providers: [ReadEvents] })
export class EventsFeedModule {}
