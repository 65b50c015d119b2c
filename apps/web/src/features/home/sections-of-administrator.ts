import { Health } from '../administration/health';

export const sections = [Health];
