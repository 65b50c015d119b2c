import { Module } from '@nestjs/common';
import { EventsFeedController } from './events-feed.controller.js';
import { ReadEvents } from './read-events.js';

@Module({ controllers: [EventsFeedController], providers: [ReadEvents] })
export class EventsFeedModule {}
