import type { Context as Request, Hono } from 'hono'
import type { ArrivalEnv } from '#modules/accounts'
import { courseRoutes } from '#modules/courses'
import { skillNeedRoutes } from '#modules/needs'
import type { AppParts } from './app.ts'

/** What companies need to learn, and where it can be learnt. */
export function mountSkills(
  app: Hono<ArrivalEnv>,
  { secret, origin, sources }: AppParts,
  ipOf: (c: Request) => string,
): void {
  const { concepts, catalogue, yhOutcomes: outcomes } = sources
  app.route('/', courseRoutes({ concepts, places: catalogue.places, outcomes }))
  app.route('/', skillNeedRoutes({ secret, origin, ipOf, concepts, outcomes }))
}
