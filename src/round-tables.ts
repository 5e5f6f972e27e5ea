import type { Hono } from 'hono'
import type { ArrivalEnv } from '#modules/accounts'
import {
  commitmentRoutes,
  commitmentsSection,
  hostNotes,
  myCommitmentsSection,
  putOffSection,
} from '#modules/commitments'
import { daySection, eventDayRoutes, mySeatSection, seatLetters } from '#modules/event-day'
import { roundtableRoutes } from '#modules/roundtable'
import { seatPlanRoutes, seatSection } from '#modules/seat-plan'
import type { AppParts } from './app.ts'

/** Round tables: what is planned, who sits where, the day, and what is said and promised there. */
export function mountRoundTables(
  app: Hono<ArrivalEnv>,
  { secret, origin }: Pick<AppParts, 'secret' | 'origin'>,
): void {
  app.route('/', seatPlanRoutes({ letters: seatLetters({ secret, origin }), origin }))
  app.route('/', eventDayRoutes({ secret, origin, hostNotes }))
  app.route('/', commitmentRoutes({ secret, origin }))
  app.route(
    '/',
    roundtableRoutes({
      secret,
      origin,
      beside: {
        event: [putOffSection, seatSection, daySection, commitmentsSection],
        participant: [mySeatSection({ secret }), myCommitmentsSection(secret)],
      },
    }),
  )
}
