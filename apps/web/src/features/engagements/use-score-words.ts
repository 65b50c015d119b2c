import type { components } from '@ajudant/client';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';

type Score = Pick<
  components['schemas']['ScorecardDto'],
  'done' | 'doneOnTime' | 'accepted' | 'acceptedFirstTime' | 'overdue' | 'meanQuality' | 'minutes'
>;

/** How work is scored, in words. */
export function useScoreWords() {
  const t = useText();
  const format = useFormat();
  const qualityOf = (mean: number | null): string => (mean === null ? '–' : format.number(Math.round(mean * 10) / 10));
  return {
    qualityOf,
    done: ({ done, doneOnTime, accepted, acceptedFirstTime, minutes }: Score): string =>
      t('engagements.done-says', {
        done,
        onTime: doneOnTime,
        accepted,
        firstTime: acceptedFirstTime,
        time: format.minutes(minutes),
      }),
    /** How well, and what is late; nothing where there is neither. */
    rest: ({ meanQuality, overdue }: Score): string =>
      [
        meanQuality === null ? '' : t('engagements.quality-says', { mean: qualityOf(meanQuality) }),
        overdue === 0 ? '' : t('engagements.overdue-says', { overdue }),
      ].join(' '),
  };
}
