import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { addRoutes } from './add-routes.tsx'
import { basicsRoutes } from './basics-routes.tsx'
import { eventRoutes } from './event-routes.tsx'
import { fileRoutes } from './file-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import { personRoutes } from './person-routes.tsx'
import { planPartRoutes } from './plan-routes.tsx'
import type { RoundtableSetting } from './setting.ts'

/** Round tables: planned and invited to by the coordinator, read by everybody, answered by whoever holds a letter's key. */
export function roundtableRoutes(setting: RoundtableSetting): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      // Fixed words stand before the part of an address that may be anything.
      .route('/', basicsRoutes(setting))
      .route('/', eventRoutes(setting))
      .route('/', planPartRoutes())
      .route('/', peopleRoutes(setting))
      .route('/', addRoutes(setting))
      .route('/', fileRoutes(setting))
      .route('/', personRoutes(setting))
      .route('/', ownRoutes(setting))
  )
}
