import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Request } from 'hono'
import type { Clock } from '#platform/clock.ts'
import type { Logger } from '#platform/log.ts'
import { withoutKeys } from '#ui/addresses.ts'

/** Reads a visitor's address, for counting tries. */
export function ipReader(trustProxy: boolean): (c: Request) => string {
  return (c) => {
    // The last hop is the one our own proxy wrote; those before it are whatever the sender claims.
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    if (forwarded) return forwarded
    try {
      return getConnInfo(c).remote.address ?? ''
    } catch {
      // Called without a socket, as tests do.
      return ''
    }
  }
}

/** Writes down that somebody asked for an address, and how long it took; never what opens anything. */
export function requestLog(log: Logger, clock: Clock) {
  return async (c: Request, next: () => Promise<void>) => {
    const from = clock().getTime()
    await next()
    log.info(
      {
        method: c.req.method,
        path: withoutKeys(c.req.path),
        status: c.res.status,
        ms: clock().getTime() - from,
      },
      'request',
    )
  }
}
