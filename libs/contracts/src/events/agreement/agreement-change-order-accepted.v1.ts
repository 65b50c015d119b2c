import { VersionInForceV1 } from '../agreement-shapes.js';

/** Both sides have accepted a change order: its version is in force now. */
export class AgreementChangeOrderAcceptedV1 extends VersionInForceV1 {
  static readonly type = 'agreement.change-order-accepted.v1';
}
