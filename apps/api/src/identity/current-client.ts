import { RequestContext } from '#platform/http';
import { hashSecret } from '#platform/security';
import { isBlank, readText, textFaultIn } from '#text';

/** Who sends the request in hand, as far as that can be told. */
export interface Client {
  /** What the program calls itself; null where it says nothing that can be shown. */
  readonly program: string | null;
  /** Of the address and the program; only to be compared. */
  readonly hash: string;
}

const longestProgram = 200;

export function currentClient(): Client {
  const { ip, headers } = RequestContext.required().request;
  const said = headers['user-agent'] ?? '';
  const program = readText(said).slice(0, longestProgram);
  const canBeShown = !isBlank(program) && textFaultIn(program) === null;
  return { program: canBeShown ? program : null, hash: hashSecret(`${ip} ${said}`) };
}
