import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { activityRoutes } from './activity-routes.tsx'
import { formRoutes } from './form-routes.tsx'
import { handOverRoutes } from './hand-over-routes.tsx'
import { listRoutes } from './list-routes.tsx'

/** The activities, one by one and all together, and the hand-over of what was somebody's. */
export function activitiesRoutes({ origin }: { readonly origin: string }): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      // Before the page of one activity, whose word may be anything: `data.csv` is none.
      .route('/', listRoutes(origin))
      .route('/', formRoutes())
      .route('/', activityRoutes(origin))
      .route('/', handOverRoutes())
  )
}
