import type { z } from 'zod'

/** A kind of work that is done outside the request. It may run twice, so doing it twice must equal doing it once. */
export interface Job {
  readonly kind: string
  /** Does the work. What was stored as its payload is parsed first, and refused if it does not fit. */
  readonly run: (payload: unknown) => Promise<void>
  /** When it is done without being asked for, as crontab has it, by the clock of Greenwich: `17 4 * * *`. */
  readonly at?: string
  /** That a failed try is not tried again: the next one comes soon enough by itself. */
  readonly isOnce?: true
}

/** Names a kind of job with its payload's schema and what it does. */
export function defineJob<Payload>(
  kind: string,
  payload: z.ZodType<Payload>,
  run: (payload: Payload) => Promise<void>,
  when: Pick<Job, 'at' | 'isOnce'> = {},
): Job {
  return { kind, run: async (stored) => run(payload.parse(stored)), ...when }
}
