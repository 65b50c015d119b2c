import { PacksLeft } from '../today/packs-left';
import { ResponseSection } from './response-section';
import { SpendSection } from './spend-section';
import { ThisWeek } from './this-week';

export const sections = [ThisWeek, PacksLeft, SpendSection, ResponseSection];
