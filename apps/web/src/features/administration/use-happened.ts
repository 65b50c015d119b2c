import { useText, useTextIfAny } from '../../texts/use-text';

/** `booking.held.v1` in words: `Booking: held`. What the page has no words for, as a newer service may write it, is called as it is. */
export function useHappened(): (eventType: string) => string {
  const t = useText();
  const ifAny = useTextIfAny();
  return (eventType) => {
    const [what = '', how = ''] = eventType.split('.');
    const subject = ifAny(`happened.subject-${what}`);
    const did = ifAny(`happened.did-${how}`);
    return subject === null || did === null ? eventType : t('happened.event', { subject, did });
  };
}

/** What an event is about, such as a booking, in words. */
export function useSubject(): (aggregateType: string) => string {
  const ifAny = useTextIfAny();
  return (aggregateType) => ifAny(`happened.subject-${aggregateType}`) ?? aggregateType;
}
