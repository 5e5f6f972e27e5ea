import type { Context as Request } from 'hono'
import { z } from 'zod'
import type { VisitEnv } from '#modules/accounts'

export type Asked = Request<VisitEnv, string>

/** The event that an address names; null for what can be none. */
export function eventIn(c: Asked): string | null {
  const id = c.req.param('event') ?? ''
  return z.uuid().safeParse(id).success ? id : null
}

/** A whole number in an address's query or a form; null for what is none. */
export function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null
}
