import type { Feature } from '../feature.js';
import { OutsideMessages1796035643000 } from '../migrations/1796035643000-outside-messages.js';
import { OutsideMessagesModule } from './outside-messages.module.js';

export const outsideMessages: Feature = { module: OutsideMessagesModule, migrations: [OutsideMessages1796035643000] };
