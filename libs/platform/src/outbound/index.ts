export {
  type OutboundAnswer,
  OutboundError,
  type OutboundReason,
  type OutboundRequest,
  OutboundRequests,
  type OutboundRules,
} from './outbound-requests.js';
