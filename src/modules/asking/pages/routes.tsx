import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { answerRoutes } from './answer-routes.tsx'
import { askPageRoutes } from './ask-routes.tsx'
import type { AskSetting } from './words.ts'

/** The questions to companies: asked by the town halls, answered by whoever holds a letter's key. */
export function askRoutes(setting: AskSetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', answerRoutes()).route('/', askPageRoutes(setting))
}
