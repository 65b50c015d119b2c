import type { TalkingParties } from '#domain';
import type { NamedFile, NamingSubject } from '../files/file-naming.js';

/** Files of a message, as its body names them. */
export const namedFiles = (fileIds: readonly string[]): NamedFile[] =>
  fileIds.map((id, index) => ({ id, at: ['fileIds', index] }));

/** Both sides see the files of a message, and the assistant whose work it is about. */
export const filesOf = ({ businessId, agencyId, assistantId }: TalkingParties, messageId: string): NamingSubject => ({
  kind: 'message',
  id: messageId,
  organisations: [businessId, agencyId],
  assistantId,
});
