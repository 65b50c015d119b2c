import { Module } from '@nestjs/common';
import { ResultWaiter } from './result-waiter.js';

@Module({ providers: [ResultWaiter], exports: [ResultWaiter] })
export class ResultWaiterModule {}
