import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { dayRoutes } from './day-routes.tsx'
import { doorRoutes } from './door-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { replanRoutes } from './replan-routes.tsx'
import { whoCameRoutes } from './who-came-routes.tsx'
import type { DaySetting } from './words.ts'

/** The day of an event: the door, the clock, the seats planned anew, the screen, and what each participant's key opens. */
export function eventDayRoutes(setting: DaySetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', ownRoutes(setting))
    .route('/', doorRoutes(setting))
    .route('/', replanRoutes(setting))
    .route('/', whoCameRoutes())
    .route('/', dayRoutes(setting))
}
