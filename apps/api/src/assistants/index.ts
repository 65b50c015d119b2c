import type { Feature } from '../feature.js';
import { Assistants1795390110000 } from '../migrations/1795390110000-assistants.js';
import { AssistantStanding1795390210000 } from '../migrations/1795390210000-assistant-standing.js';
import { PausedAssistants1796007722000 } from '../migrations/1796007722000-paused-assistants.js';
import { AssistantRow } from './assistant.row.js';
import { AssistantsModule } from './assistants.module.js';

export const assistants: Feature = {
  module: AssistantsModule,
  rows: [AssistantRow],
  migrations: [Assistants1795390110000, AssistantStanding1795390210000, PausedAssistants1796007722000],
};
