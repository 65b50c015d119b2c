import { DomainError } from '#domain';
import { Logger } from '@nestjs/common';
import { PaymentServiceError } from './payment-service.js';

const log = new Logger('PaymentService');

/**
 * What somebody who waits for it is told where the payment service doesn't do what it is asked.
 * @throws DomainError `payment-service.unavailable`, `payment-service.refused`
 */
export async function told<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof PaymentServiceError)) throw error;
    if (error.reason === 'unavailable') throw new DomainError('payment-service.unavailable');
    log.warn(error.message);
    throw new DomainError('payment-service.refused');
  }
}
