import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { cellRoutes } from './cell-routes.tsx'
import { frameworkRoutes } from './framework-routes.tsx'
import { matrixRoutes } from './matrix-routes.tsx'
import { programmePages, type ProgrammeSetting } from './programme-routes.tsx'
import { interventionRoutes } from './intervention-routes.tsx'
import { workRoutes, type WorkSetting } from './work-routes.tsx'

/** The programme, the interventions and their cells, each role's own work, and the framework's forms. */
export function programmeRoutes(setting: WorkSetting & ProgrammeSetting): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      // Before the page of one intervention, whose word may be anything: `andringar` is none.
      .route('/', matrixRoutes())
      .route('/', interventionRoutes())
      .route('/', programmePages(setting))
      .route('/', cellRoutes())
      .route('/', workRoutes(setting))
      .route('/', frameworkRoutes())
  )
}
