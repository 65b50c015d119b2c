import { client } from '../../api/client';
import { saveBytes } from '../../api/files';
import type { Language } from '../../texts/languages';
import type { Thread } from './conversation-queries';

export type ThreadFormat = 'pdf' | 'mbox';

/** Saves a thread from its first message to its last: one file after the other, as long as there is a next one. */
export async function saveThread(
  { engagementId, id, subject }: Thread,
  format: ThreadFormat,
  language: Language,
): Promise<void> {
  for (let afterNumber: number | null = 0, part = 1; afterNumber !== null; part += 1) {
    const answer = await client.api.GET('/v1/engagements/{id}/threads/{threadId}/export', {
      params: { path: { id: engagementId, threadId: id }, query: { format, language, afterNumber } },
      parseAs: 'blob',
    });
    const bytes = await client.body(Promise.resolve(answer));
    saveBytes(bytes, `${subject}${part === 1 ? '' : ` (${part})`}.${format}`);
    afterNumber = lastNumberOf(answer.response.headers.get('link'));
  }
}

/** After which the next file begins; null where this is the last. */
function lastNumberOf(link: string | null): number | null {
  const [, number] = /[?&]afterNumber=(\d+)[^>]*>; rel="next"/.exec(link ?? '') ?? [];
  return number === undefined ? null : Number(number);
}
