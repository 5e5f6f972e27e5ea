import type { Context as Request, Hono } from 'hono'
import type { ArrivalEnv } from '#modules/accounts'
import { askRoutes } from '#modules/asking'
import { companyRoutes, companySection } from '#modules/companies'
import {
  clockSection,
  companySideRoutes,
  inboxRoutes,
  keptMatters,
  lettersSection,
  partsSection,
  timeRoutes,
  triageRoutes,
} from '#modules/matters'
import { patternRoutes } from '#modules/patterns'
import { erasureSection, recordRoutes } from '#modules/records'
import { routingRoutes } from '#modules/routing'
import type { AppParts } from './app.ts'

/** What companies say to the town halls, how it is answered, and what comes back in many. */
export function mountVoice(app: Hono<ArrivalEnv>, parts: AppParts, ipOf: (c: Request) => string): void {
  const { secret, origin } = parts
  app.route('/', companySideRoutes({ secret, origin, ipOf, isScanned: parts.config.clamavUrl !== undefined }))
  app.route('/', timeRoutes())
  app.route('/', triageRoutes({ secret, origin }))
  app.route(
    '/',
    inboxRoutes({
      origin,
      secret,
      beside: [erasureSection, clockSection, partsSection, lettersSection, companySection],
    }),
  )
  app.route('/', patternRoutes())
  app.route('/', companyRoutes({ secret, origin }))
  app.route('/', askRoutes({ secret, origin }))
  app.route('/', routingRoutes(keptMatters))
  app.route('/', recordRoutes({ secret }))
}
