import { fetchFrom } from '#platform/outbound';
import { type VatAnswer, VatRegister } from './vat-register.js';

/** VIES passes on to the member state's own register, which takes its time. */
const deadlineMs = 10_000;
const ask = fetchFrom('vies');
const unavailable: VatAnswer = { result: 'unavailable', reference: null };

/** What VIES answers, as far as it is read. */
interface ViesAnswer {
  readonly isValid?: unknown;
  readonly userError?: unknown;
  readonly requestIdentifier?: unknown;
}

/**
 * The VAT Information Exchange System of the European Commission, by its REST service
 * (`GET …/ms/{member state}/vat/{number}`, https://ec.europa.eu/taxation_customs/vies/#/technical-information). A member
 * state that doesn't answer is told by `userError` (`MS_UNAVAILABLE`, `TIMEOUT` and others) and says nothing of the id.
 */
export class ViesRegister extends VatRegister {
  readonly isThere = true;

  /** @param url of the service, without a slash at its end */
  constructor(private readonly url: string) {
    super();
  }

  async ask(vatId: string): Promise<VatAnswer> {
    const [state, number] = [vatId.slice(0, 2), vatId.slice(2)];
    try {
      const address = `${this.url.replace(/\/$/, '')}/ms/${state}/vat/${encodeURIComponent(number)}`;
      const answer = await ask(address, { signal: AbortSignal.timeout(deadlineMs), redirect: 'error' });
      return answer.ok ? answerOf((await answer.json()) as ViesAnswer | null) : unavailable;
    } catch {
      // Nobody there, no answer in time, or none that is JSON: all the same to whoever asks.
      return unavailable;
    }
  }
}

function answerOf(answer: ViesAnswer | null): VatAnswer {
  if (typeof answer !== 'object' || answer === null) return unavailable;
  const { isValid, userError, requestIdentifier } = answer;
  const reference = typeof requestIdentifier === 'string' && requestIdentifier !== '' ? requestIdentifier : null;
  if (isValid === true) return { result: 'valid', reference };
  // Only these two are about the id; whatever else is in the way is about the service.
  const isAboutTheId = userError === 'INVALID' || userError === 'INVALID_INPUT';
  return isValid === false && isAboutTheId ? { result: 'invalid', reference } : unavailable;
}
