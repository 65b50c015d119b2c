import { bodyAndAnimalTopics } from './body-and-animals.js';
import { handsOnSiteTopics } from './hands-on-site.js';
import { homeAndNatureTopics } from './home-and-nature.js';
import { learningTopics } from './learning.js';
import { leisureTopics } from './leisure.js';
import { lookAlikeTopics } from './look-alikes.js';
import { moneyAndLawTopics } from './money-and-law.js';
import { otherProfessionTopics } from './other-professions.js';
import { privateLifeTopics } from './private-life.js';
import { repairTopics } from './repairs.js';
import { smallTalkTopics } from './small-talk.js';
import type { ElsewhereTopic } from './topic.js';

export type { ElsewhereTopic } from './topic.js';

export const elsewhereTopics: readonly ElsewhereTopic[] = [
  ...bodyAndAnimalTopics,
  ...handsOnSiteTopics,
  ...homeAndNatureTopics,
  ...learningTopics,
  ...leisureTopics,
  ...lookAlikeTopics,
  ...moneyAndLawTopics,
  ...otherProfessionTopics,
  ...privateLifeTopics,
  ...repairTopics,
  ...smallTalkTopics,
];
