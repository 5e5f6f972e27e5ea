import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import type { KeptMatters } from '../kept-matters.ts'
import { deskRoutes } from './desk-routes.tsx'
import { hallRoutes } from './hall-routes.tsx'
import { rulesRoutes } from './rules-routes.tsx'
import { topicRoutes } from './topic-routes.tsx'

/** What matters may be about, who takes them in each municipality, and by which rules. */
export function routingRoutes(keptMatters: KeptMatters): Hono<VisitEnv> {
  return (
    new Hono<VisitEnv>()
      // Before what names a municipality, whose word may be anything: `amnen` is none.
      .route('/', topicRoutes())
      .route('/', rulesRoutes(keptMatters))
      .route('/', deskRoutes(keptMatters))
      .route('/', hallRoutes())
  )
}
