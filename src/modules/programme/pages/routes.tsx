import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { cellRoutes } from './cell-routes.tsx'
import { frameworkRoutes } from './framework-routes.tsx'
import { matrixRoutes } from './matrix-routes.tsx'
import { programmePages } from './programme-routes.tsx'
import { interventionRoutes } from './intervention-routes.tsx'
import type { Slots } from './slots.ts'
import { workRoutes } from './work-routes.tsx'

/** The programme, the interventions and their cells, each role's own work, and the framework's forms. */
export function programmeRoutes(slots: Slots): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      // Before the page of one intervention, whose word may be anything: `andringar` is none.
      .route('/', matrixRoutes())
      .route('/', interventionRoutes(slots))
      .route('/', programmePages(slots))
      .route('/', cellRoutes(slots))
      .route('/', workRoutes(slots))
      .route('/', frameworkRoutes())
  )
}
