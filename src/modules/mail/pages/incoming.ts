import { Hono } from 'hono'
import type { Database } from '#platform/database/connection.ts'
import { handIn } from '../actions/hand-in.ts'
import { isSignedBody } from '../address.ts'

/** What is needed of a visit; the module stands below the one that knows who visits. */
interface SenderEnv {
  Variables: { visit: { readonly db: Database; readonly networkId: string; readonly now: Date } }
}

/** Where another program hands in mails that have come; it signs them, and so comes without a browser's marks. */
export const incomingMailPath = '/api/v1/mail/incoming'

/** Takes a mail as it is, `message/rfc822`, signed `X-Signature: sha256=…`. There only where a secret is set. */
export function incomingMailRoutes(secret: string | undefined): Hono<SenderEnv> {
  const routes = new Hono<SenderEnv>()
  if (secret === undefined) return routes
  routes.post(incomingMailPath, async (c) => {
    const raw = new Uint8Array(await c.req.arrayBuffer())
    if (!isSignedBody(secret, raw, c.req.header('x-signature') ?? '')) return c.text('Unauthorized', 401)
    if (raw.length === 0) return c.text('Bad Request', 400)
    const { db, networkId, now } = c.get('visit')
    await handIn(db, { networkId, way: 'webhook', raw }, now)
    return c.text('Accepted', 202)
  })
  return routes
}
