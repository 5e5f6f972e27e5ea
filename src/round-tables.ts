import type { Hono } from 'hono'
import type { ArrivalEnv } from '#modules/accounts'
import { commitmentRoutes, commitmentsSection, myCommitmentsSection } from '#modules/commitments'
import { roundtableRoutes } from '#modules/roundtable'

/** Round tables: what is planned, and what is said and promised there. */
export function mountRoundTables(
  app: Hono<ArrivalEnv>,
  { secret, origin }: { readonly secret: string; readonly origin: string },
): void {
  app.route('/', commitmentRoutes({ secret, origin }))
  app.route(
    '/',
    roundtableRoutes({
      secret,
      origin,
      beside: { event: [commitmentsSection], participant: [myCommitmentsSection(secret)] },
    }),
  )
}
