import { Hono } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { finderRoutes } from './finder-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import type { SupportSetting } from './words.ts'

/** The supports: found, read, followed and kept right. */
export function supportRoutes(setting: Omit<SupportSetting, 'ready'>): Hono<VisitEnv> {
  const all: SupportSetting = { ...setting, ready: new Map() }
  return new Hono<VisitEnv>().route('/', listRoutes(all)).route('/', finderRoutes(all))
}
