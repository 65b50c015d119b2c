import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import type { Dispute } from './dispute-queries';

type Of = Pick<Dispute, 'subject' | 'charge'>;
type Given = Dispute['asks'];

/** How much of something is meant, and what a verdict says of it, in words. */
export function useMeasure() {
  const t = useText();
  const format = useFormat();
  const measure = ({ subject, charge }: Of, amount: number): string => {
    if (subject.kind === 'time-entry') return format.minutes(amount);
    if (subject.kind === 'invoice') return format.money({ amountMinor: amount, currency: charge.amount.currency });
    return `${amount} × ${charge.unit ?? ''}`;
  };
  const verdict = (of: Of, { outcome, keeps }: Given): string =>
    outcome === 'in-part'
      ? t('disputes.in-part', { keeps: measure(of, keeps ?? 0), of: measure(of, of.charge.measure) })
      : t(`disputes.${outcome}`);
  return { measure, verdict };
}
