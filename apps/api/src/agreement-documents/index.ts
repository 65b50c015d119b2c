import type { Feature } from '../feature.js';
import { AgreementDocumentsModule } from './agreement-documents.module.js';

/** What is read of agreements on paper: changes between versions, who answers for what. */
export const agreementDocuments: Feature = { module: AgreementDocumentsModule };
