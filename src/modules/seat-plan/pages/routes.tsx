import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import type { SeatLetters } from '../actions/tell-participants.ts'
import { boardRoutes } from './board-routes.tsx'
import { printRoutes } from './print-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'
import { versionRoutes } from './version-routes.tsx'

/** Who sits where: the board, what is demanded, every version, and what is printed. */
export function seatPlanRoutes(setting: {
  readonly letters: SeatLetters
  readonly origin: string
}): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', boardRoutes(setting.letters))
    .route('/', ruleRoutes())
    .route('/', versionRoutes())
    .route('/', printRoutes(setting.origin))
}
