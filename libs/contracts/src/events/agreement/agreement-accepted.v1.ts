import { VersionInForceV1 } from '../agreement-shapes.js';

/** Both sides have accepted a first version: it is in force. */
export class AgreementAcceptedV1 extends VersionInForceV1 {
  static readonly type = 'agreement.accepted.v1';
}
