import { Hono } from 'hono'
import { signInRoutes, type SignInSetting } from './sign-in-routes.tsx'
import { peopleRoutes } from './people-routes.tsx'
import type { VisitEnv } from '../context.ts'

/** Signing in and out, and the network's people. */
export function accountRoutes(setting: SignInSetting): Hono<VisitEnv> {
  return new Hono<VisitEnv>().route('/', signInRoutes(setting)).route('/', peopleRoutes())
}
