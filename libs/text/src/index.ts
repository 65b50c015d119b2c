export { emailAddressOf } from './email-address.js';
export { isOwnName } from './own-name.js';
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
