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

/** The question that every answer about figures and words can be asked with: what was known on an earlier day. */
export const AsKnown = z.object({
  asOf: z.iso.date('a day is written 2025-03-01').optional().openapi({
    description:
      'The figures, and what the municipalities had said, as they were known at the end of this day. The framework and the targets are today’s. A day to come is now.',
    example: '2025-03-01',
  }),
})

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
