import { OwnScorecard } from '../engagements/assistant-scorecard';
import { PacksLeft } from '../today/packs-left';
import { RunningNow } from '../today/running-now';
import { BookedHours, DueWork } from '../today/today';

export const sections = [RunningNow, BookedHours, DueWork, PacksLeft, OwnScorecard];
