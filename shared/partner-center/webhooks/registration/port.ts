/** What is registered for a tenant; there is one registration for each tenant, whoever made it. */
export interface WebhookRegistration {
  readonly webhookUrl: string;
  readonly webhookEvents: readonly string[];
  /** The signature comes in `x-ms-signature` instead of `Authorization`; `null` where the service does not say. */
  readonly signatureTokenToMsSignatureHeader: boolean | null;
}

/** How the delivery of a validation event ended. */
export interface ValidationEvent {
  readonly isCompleted: boolean;
  readonly callbackUrl: string;
  /** `responseCode` is the name of an HTTP status, such as `OK`. */
  readonly results: readonly { readonly responseCode: string; readonly responseMessage: string }[];
}

/** The webhook management API (partner-center-webhooks.md §1). Every method throws CosellError and is bounded in time. */
export interface WebhookRegistrationPort {
  /** Names of the events that can be registered. */
  offeredEvents(): Promise<readonly string[]>;
  /** `null` when none is registered. */
  current(): Promise<WebhookRegistration | null>;
  /** `partner-center-conflict` when one is registered meanwhile. */
  create(wanted: WebhookRegistration): Promise<void>;
  replace(wanted: WebhookRegistration): Promise<void>;
  /** At most two a minute; `test-created` has to be registered. Returns the correlation id. */
  sendValidationEvent(): Promise<string>;
  validationEvent(correlationId: string): Promise<ValidationEvent>;
}
