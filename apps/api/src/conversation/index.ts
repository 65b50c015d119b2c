import type { Feature } from '../feature.js';
import { Conversation1796033757000 } from '../migrations/1796033757000-conversation.js';
import { ConversationModule } from './conversation.module.js';

export const conversation: Feature = { module: ConversationModule, migrations: [Conversation1796033757000] };
