import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context, Env } from 'hono'

/** A refusal that a program can read, by RFC 9457. */
const Problem = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string().openapi({ example: 'Not Found' }),
    status: z.number().int().openapi({ example: 404 }),
    detail: z.string().openapi({ example: 'There is nothing of that name.' }),
  })
  .openapi('Problem')

/** A refusal as a route describes it. */
export function ofProblem(description: string) {
  return { description, content: { 'application/problem+json': { schema: Problem } } }
}

const titles = { 400: 'Bad Request', 404: 'Not Found' } as const

/** Answers with a refusal; `detail` says in a sentence what is wrong. */
export function problem<Status extends keyof typeof titles>(c: Context, status: Status, detail: string) {
  return c.json({ type: 'about:blank', title: titles[status], status, detail }, status, {
    'Content-Type': 'application/problem+json',
  })
}

/** An open interface without routes yet. A request that a route's schema refuses is answered with a problem. */
export function openApi<HonoEnv extends Env>(): OpenAPIHono<HonoEnv> {
  return new OpenAPIHono<HonoEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      return problem(c, 400, result.error.issues.map((issue) => issue.message).join('; '))
    },
  })
}
