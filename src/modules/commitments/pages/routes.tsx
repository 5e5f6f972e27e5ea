import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { cameRoutes } from './came-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { oneRoutes } from './one-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { summaryRoutes } from './summary-routes.tsx'
import type { CommitmentSetting } from './words.ts'

/** Notes at the tables, what was promised there, and what came of it. */
export function commitmentRoutes(setting: CommitmentSetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', deskRoutes(setting))
    .route('/', ownRoutes())
    .route('/', summaryRoutes(setting))
    .route('/', cameRoutes())
    .route('/', listRoutes())
    .route('/', oneRoutes())
}
