import { PaymentServiceError } from './payment-service.js';
import { told } from './service-problems.js';

describe('what the payment service does not do', () => {
  it.each([
    ['unavailable', 'payment-service.unavailable'],
    ['refused', 'payment-service.refused'],
  ] as const)('as it is %s, is told so', async (reason, code) => {
    const asked = Promise.reject(new PaymentServiceError(reason, 'said by the service'));
    await expect(told(asked)).rejects.toMatchObject({ code });
  });
});
