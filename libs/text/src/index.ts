export { emailAddressOf } from './email-address.js';
export {
  faultSentence,
  isBlank,
  isOneLine,
  readText,
  referenceOf,
  type TextFault,
  textFaultIn,
  textLength,
} from './text.js';
