import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { factsRoutes } from './facts-routes.tsx'
import { mappingRoutes } from './mapping-routes.tsx'
import { publicRoutes } from './public-routes.tsx'
import { treeRoutes } from './tree-routes.tsx'

/** What each municipality has adopted: the pages, and the forms of who writes it. */
export function adoptionRoutes(): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      // Before the page of one version, whose number may be anything: `ny` is none.
      .route('/', factsRoutes())
      .route('/', publicRoutes())
      .route('/', treeRoutes())
      .route('/', mappingRoutes())
  )
}
