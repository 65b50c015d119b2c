export { OutboundError, OutboundRequests, type OutboundRules } from './outbound-requests.js';
