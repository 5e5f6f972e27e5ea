import type { z } from 'zod'

/** A kind of work that is done outside the request. It may run twice, so doing it twice must equal doing it once. */
export interface Job<Payload> {
  readonly kind: string
  readonly payload: z.ZodType<Payload>
  readonly run: (payload: Payload) => Promise<void>
}

/** Names a kind of job with its payload's schema and what it does. */
export function defineJob<Payload>(
  kind: string,
  payload: z.ZodType<Payload>,
  run: (payload: Payload) => Promise<void>,
): Job<Payload> {
  return { kind, payload, run }
}
