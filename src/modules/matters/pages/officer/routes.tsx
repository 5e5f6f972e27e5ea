import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { listRoutes } from './inbox-routes.tsx'
import { matterRoutes } from './matter-routes.tsx'
import { newRoutes } from './new-routes.tsx'
import { ratingRoutes } from './rating-routes.tsx'
import type { InboxSetting } from './setting.ts'
import { templateRoutes } from './template-routes.tsx'

/** The officer's day with matters: the inbox, a matter in one screen, what came by word of mouth, templates, ratings. */
export function inboxRoutes(setting: InboxSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.route('/', listRoutes())
  routes.route('/', newRoutes(setting))
  routes.route('/', templateRoutes())
  routes.route('/', ratingRoutes())
  // What is no number of a matter is some other page's.
  routes.route('/', matterRoutes(setting))
  return routes
}
