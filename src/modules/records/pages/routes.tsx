import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { personRoutes } from './person-routes.tsx'
import { registerRoutes } from './register-routes.tsx'
import { retentionRoutes } from './retention-routes.tsx'

/** The register of records, how long they are kept, and what a person may have erased. */
export function recordRoutes(setting: { readonly secret: string }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.route('/', registerRoutes())
  routes.route('/', retentionRoutes())
  routes.route('/', personRoutes(setting))
  return routes
}
