import { every } from '../every.js';
import type { OrganisationId, WebhookEndpointId } from '../ids.js';

/** Where an organisation wants to be told what happens, and of what. */
export interface WebhookDetails {
  /** `https://…`; where tests and developers say so, `http://` of the machine itself. */
  readonly url: string;
  /** What it is for, in the owner's words; empty where nothing is said. */
  readonly description: string;
  /** Types of events, such as `booking.confirmed.v1`; none means all. */
  readonly types: readonly string[];
}

/** Signs beside its successor for a while, so that a receiver can change to the new one when it suits it. */
export interface OutgoingSecret {
  readonly secret: string;
  readonly endsAt: string;
}

interface EndpointBase extends WebhookDetails {
  readonly endpointId: WebhookEndpointId;
  readonly organisationId: OrganisationId;
  /** `whsec_…`, with which each message is signed. */
  readonly secret: string;
  readonly previousSecret: OutgoingSecret | null;
  readonly registeredAt: string;
}
export interface ActiveEndpoint extends EndpointBase {
  readonly status: 'active';
}
export interface PausedEndpoint extends EndpointBase {
  readonly status: 'paused';
  readonly pausedAt: string;
  readonly because: PauseReason;
}
/** It is as if it had never been, but for its events. */
export interface RemovedEndpoint extends EndpointBase {
  readonly status: 'removed';
  readonly removedAt: string;
}
export type WebhookEndpoint = ActiveEndpoint | PausedEndpoint | RemovedEndpoint;
export type WebhookEndpointStatus = WebhookEndpoint['status'];
export const webhookEndpointStatuses = every<WebhookEndpointStatus>({ active: true, paused: true, removed: true });

/** An owner asked, it failed for too long, or it said itself that it is gone. */
export type PauseReason = 'asked' | 'failures' | 'gone';
export const pauseReasons = every<PauseReason>({ asked: true, failures: true, gone: true });

export interface RegisterWebhookEndpoint {
  readonly type: 'registerWebhookEndpoint';
  readonly endpointId: WebhookEndpointId;
  readonly organisationId: OrganisationId;
  readonly details: WebhookDetails;
  readonly secret: string;
  /** How many the organisation has besides. */
  readonly others: number;
  readonly rules: AddressRules;
  readonly now: string;
}
export interface ChangeWebhookEndpoint {
  readonly type: 'changeWebhookEndpoint';
  readonly changes: Partial<WebhookDetails>;
  readonly rules: AddressRules;
  readonly now: string;
}
/** The present secret goes on being valid for a day. */
export interface RotateWebhookSecret {
  readonly type: 'rotateWebhookSecret';
  readonly secret: string;
  readonly now: string;
}
export interface PauseWebhookEndpoint {
  readonly type: 'pauseWebhookEndpoint';
  readonly because: PauseReason;
  readonly now: string;
}
export interface ResumeWebhookEndpoint {
  readonly type: 'resumeWebhookEndpoint';
  readonly now: string;
}
export interface RemoveWebhookEndpoint {
  readonly type: 'removeWebhookEndpoint';
  readonly now: string;
}
export type WebhookEndpointCommand =
  | RegisterWebhookEndpoint
  | ChangeWebhookEndpoint
  | RotateWebhookSecret
  | PauseWebhookEndpoint
  | ResumeWebhookEndpoint
  | RemoveWebhookEndpoint;

/** What addresses may be: `http://` is for the machine itself alone. */
export interface AddressRules {
  readonly allowsHttp: boolean;
}

export interface WebhookEndpointRegistered extends WebhookDetails {
  readonly type: 'webhookEndpointRegistered';
  readonly endpointId: WebhookEndpointId;
  readonly organisationId: OrganisationId;
  readonly secret: string;
  readonly registeredAt: string;
}
export interface WebhookEndpointChanged extends WebhookDetails {
  readonly type: 'webhookEndpointChanged';
  readonly changedAt: string;
}
export interface WebhookSecretRotated {
  readonly type: 'webhookSecretRotated';
  readonly secret: string;
  readonly previous: OutgoingSecret;
  readonly rotatedAt: string;
}
export interface WebhookEndpointPaused {
  readonly type: 'webhookEndpointPaused';
  readonly because: PauseReason;
  readonly pausedAt: string;
}
export interface WebhookEndpointResumed {
  readonly type: 'webhookEndpointResumed';
  readonly resumedAt: string;
}
export interface WebhookEndpointRemoved {
  readonly type: 'webhookEndpointRemoved';
  readonly removedAt: string;
}
export type WebhookEndpointFact =
  | WebhookEndpointRegistered
  | WebhookEndpointChanged
  | WebhookSecretRotated
  | WebhookEndpointPaused
  | WebhookEndpointResumed
  | WebhookEndpointRemoved;
