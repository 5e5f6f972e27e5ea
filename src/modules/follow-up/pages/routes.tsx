import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { answerRoutes } from './answer-routes.tsx'
import { roundRoutes } from './round-routes.tsx'
import type { FollowUpSetting } from './setting.ts'

/** The rounds of follow-up, and each municipality's part of one. */
export function followUpRoutes(setting: FollowUpSetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', roundRoutes(setting)).route('/', answerRoutes(setting))
}
