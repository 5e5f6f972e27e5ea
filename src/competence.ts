import type { Context as Request, Hono } from 'hono'
import type { ArrivalEnv } from '#modules/accounts'
import { supportRoutes } from '#modules/competence'
import { courseRoutes } from '#modules/courses'
import { skillNeedRoutes } from '#modules/needs'
import type { AppParts } from './app.ts'

/** Further training: which support fits an employer, what skills are lacking, and which courses there are. */
export function mountCompetence(app: Hono<ArrivalEnv>, parts: AppParts, ipOf: (c: Request) => string): void {
  const { secret, origin, sources } = parts
  const { concepts, catalogue, yhOutcomes: outcomes } = sources
  app.route('/', supportRoutes({ ...parts, ipOf }))
  app.route('/', courseRoutes({ concepts, places: catalogue.places, outcomes }))
  app.route('/', skillNeedRoutes({ secret, origin, ipOf, concepts, outcomes }))
}
