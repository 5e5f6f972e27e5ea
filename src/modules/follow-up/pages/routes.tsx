import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { answerRoutes } from './answer-routes.tsx'
import { roundRoutes } from './round-routes.tsx'

/** The rounds of follow-up, and each municipality's part of one. `origin` is where the program is reached, for letters and citations. */
export function followUpRoutes({ origin }: { readonly origin: string }): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', roundRoutes(origin)).route('/', answerRoutes({ origin }))
}
