import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { embeddedRoutes } from './embedded.tsx'
import { finderRoutes } from './finder-routes.tsx'
import { followingRoutes } from './following-routes.tsx'
import { keepingRoutes } from './keeping-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { takingRoutes } from './taking-routes.tsx'
import type { SupportSetting } from './words.ts'

/** The supports: found, read, followed and kept right. */
export function supportRoutes(setting: SupportSetting): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      .route('/', listRoutes(setting))
      .route('/', takingRoutes(setting))
      .route('/', followingRoutes(setting))
      .route('/', embeddedRoutes(setting))
      .route('/', keepingRoutes())
      // Last: a support's word may be anything that stands above it is not.
      .route('/', finderRoutes(setting))
  )
}
