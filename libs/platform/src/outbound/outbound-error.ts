export type OutboundReason = 'address-refused' | 'connection' | 'host-unknown' | 'timeout' | 'tls' | 'too-large';

/** No answer came, and why. */
export class OutboundError extends Error {
  constructor(
    readonly reason: OutboundReason,
    message: string,
  ) {
    super(message);
  }
}

/** Why a connection came to nothing, of the errors that node gives for it. */
export function outboundErrorOf(error: Error & { code?: string; errors?: readonly Error[] }): OutboundError {
  if (error instanceof OutboundError) return error;
  // All addresses of a host were tried, and each failed.
  const inner = error.errors?.[0] as (Error & { code?: string }) | undefined;
  const code = error.code ?? inner?.code ?? '';
  const isTls = /CERT|SSL|TLS|EPROTO|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
  return new OutboundError(isTls ? 'tls' : 'connection', code === '' ? error.message : code);
}
