import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { draftRoutes } from './draft-routes.tsx'
import { entranceRoutes } from './entrance-routes.tsx'
import { sendingRoutes } from './sending-routes.tsx'
import type { CompanySetting } from './setting.ts'
import { threadRoutes } from './thread-routes.tsx'

/** A company's pages: the entrance, and the matter at its private address. */
export function companySideRoutes(setting: CompanySetting): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      // Before the thread, whose key may be anything that `nytt` is not.
      .route('/', entranceRoutes(setting))
      .route('/', draftRoutes(setting))
      .route('/', sendingRoutes(setting))
      .route('/', threadRoutes(setting))
  )
}
