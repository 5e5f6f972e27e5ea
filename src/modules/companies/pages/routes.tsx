import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { calendarRoutes } from './calendar-routes.tsx'
import { companyPageRoutes } from './company-routes.tsx'
import { contactRoutes } from './contact-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { promiseRoutes } from './promise-routes.tsx'
import type { CompanySetting } from './setting.ts'
import { visitFormRoutes } from './visit-form-routes.tsx'
import { visitRoutes } from './visit-routes.tsx'

/** The companies, the visits to them and what they were promised. */
export function companyRoutes(setting: CompanySetting): Hono<VisitEnv> {
  // What is called by a word comes before what is called by an id.
  return new Hono<VisitEnv>()
    .route('/', listRoutes())
    .route('/', promiseRoutes())
    .route('/', calendarRoutes(setting))
    .route('/', visitFormRoutes(setting))
    .route('/', contactRoutes())
    .route('/', visitRoutes(setting))
    .route('/', companyPageRoutes(setting))
}
