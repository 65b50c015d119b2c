import { WrittenVersionV1 } from '../agreement-shapes.js';

/** A side wrote a new version of what is in force, which stays in force until both have accepted the new one. */
export class AgreementChangeOrderProposedV1 extends WrittenVersionV1 {
  static readonly type = 'agreement.change-order-proposed.v1';
}
