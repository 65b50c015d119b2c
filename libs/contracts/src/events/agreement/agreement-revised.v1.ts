import { WrittenVersionV1 } from '../agreement-shapes.js';

/** A side wrote a new version before any was in force; both have to accept it again. */
export class AgreementRevisedV1 extends WrittenVersionV1 {
  static readonly type = 'agreement.revised.v1';
}
