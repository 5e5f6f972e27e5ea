import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import type { SeatLetters } from '../actions/tell-participants.ts'
import { boardRoutes } from './board-routes.tsx'
import { printRoutes } from './print-routes.tsx'
import { ruleRoutes } from './rule-routes.tsx'
import { versionRoutes } from './version-routes.tsx'

/** What the program tells the seat plan of itself. */
interface SeatPlanSetting {
  readonly origin: string
  readonly letters: SeatLetters
}

/** Who sits where: the board, what is demanded, every version, and what is printed. */
export function seatPlanRoutes(setting: SeatPlanSetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>()
    .route('/', boardRoutes(setting.letters))
    .route('/', ruleRoutes())
    .route('/', versionRoutes())
    .route('/', printRoutes(setting.origin))
}
