import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { demandRoutes } from './demand-routes.tsx'
import { evidenceRoutes } from './evidence-routes.tsx'
import { gapRoutes } from './gap-routes.tsx'
import { needRoutes } from './need-routes.tsx'
import { poolRoutes } from './pool-routes.tsx'
import type { NeedSetting } from './setting.ts'

/** The skills that companies lack: said, added up, brought together. */
export function skillNeedRoutes(setting: NeedSetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', needRoutes(setting))
    .route('/', demandRoutes(setting))
    .route('/', gapRoutes(setting))
    .route('/', evidenceRoutes(setting))
    .route('/', poolRoutes(setting))
}
