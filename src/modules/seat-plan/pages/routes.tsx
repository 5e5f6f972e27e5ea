import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { boardRoutes } from './board-routes.tsx'
import { printRoutes } from './print-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'
import { versionRoutes } from './version-routes.tsx'

/** Who sits where: the board, what is demanded, every version, and what is printed. */
export function seatPlanRoutes(): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', boardRoutes())
    .route('/', ruleRoutes())
    .route('/', versionRoutes())
    .route('/', printRoutes())
}
