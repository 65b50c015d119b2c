import { ResponseSection } from './response-section';
import { SpendSection } from './spend-section';
import { ThisWeek } from './this-week';

export const sections = [ThisWeek, SpendSection, ResponseSection];
