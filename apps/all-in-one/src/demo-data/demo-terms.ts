import type { AgreementDto, AgreementVersionDto, ReviseAgreementDto } from '#contracts';
import type { DemoClient } from './demo-client.js';

/** Writes some terms of an agreement anew, made of what was agreed last; the others stay. */
export async function proposeTerms(
  by: DemoClient,
  agreementId: string,
  changes: (agreed: AgreementVersionDto) => Partial<ReviseAgreementDto>,
): Promise<AgreementDto> {
  const path = `/v1/agreements/${agreementId}`;
  const { body: agreement, etag } = await by.get<AgreementDto>(path);
  const agreed = agreement.versions.at(-1)!;
  const { lines, startsOn, endsOn, responseTargetMinutes, channels, ...others } = agreed;
  const { freeCancellationHours, lateFeeBps, silenceAcceptsAfterHours } = others;
  const answers = { channels, responseTargetMinutes, silenceAcceptsAfterHours };
  const body = { lines, startsOn, endsOn, ...answers, freeCancellationHours, lateFeeBps, ...changes(agreed) };
  return (await by.put<AgreementDto>(`${path}/terms`, { etag, body })).body;
}

/** These sides accept the latest version. */
export async function sign({ id, versions }: AgreementDto, ...sides: DemoClient[]): Promise<void> {
  const { contentHash } = versions.at(-1)!;
  for (const side of sides) await side.post(`/v1/agreements/${id}/acceptances`, { body: { contentHash }, etag: '*' });
}
