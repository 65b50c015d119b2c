export { answeredWith, calledOut, fetchFrom } from './called-out.js';
export { OutboundAddresses, type OutboundRules } from './outbound-addresses.js';
export { OutboundError, outboundErrorOf } from './outbound-error.js';
export { OutboundRequests } from './outbound-requests.js';
