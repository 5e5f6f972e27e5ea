import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { figuresRoutes } from './figures/figures-routes.tsx'
import { heardRoutes } from './heard/heard-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { noteRoutes } from './note-routes.tsx'
import { patternPageRoutes } from './pattern-routes.tsx'

/** What comes back in many town halls, the public figures of the matters, and who is not heard. */
export function patternRoutes(): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', figuresRoutes())
    .route('/', heardRoutes())
    .route('/', listRoutes())
    .route('/', noteRoutes())
    .route('/', patternPageRoutes())
}
