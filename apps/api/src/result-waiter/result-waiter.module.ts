import { Module } from '@nestjs/common';
import { NewsStream } from './news-stream.js';
import { ResultWaiter } from './result-waiter.js';

@Module({ providers: [ResultWaiter, NewsStream], exports: [ResultWaiter, NewsStream] })
export class ResultWaiterModule {}
