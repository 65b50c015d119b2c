import type { components } from '@ajudant/client';
import type { Format } from '../../format/use-format';
import type { Text } from '../../texts/use-text';

type Change = components['schemas']['QuantileChangeDto'];

/** Whether it got better, and what chance leaves of that, as a text and what it is told. */
export function changeWords(change: Change, format: Format, t: Text): string {
  const { minutes, lowMinutes, highMinutes, verdict } = change;
  const time = format.minutes(Math.abs(minutes));
  const [one, other] = [Math.abs(lowMinutes), Math.abs(highMinutes)].sort((a, b) => a - b) as [number, number];
  if (verdict !== 'unclear') {
    const told = { time, least: format.minutes(one), most: format.minutes(other) };
    return t(`response-time.${verdict}`, told);
  }
  return t('response-time.unclear', {
    sooner: format.minutes(Math.max(0, -lowMinutes)),
    later: format.minutes(Math.max(0, highMinutes)),
  });
}
