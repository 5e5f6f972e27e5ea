import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { VisitEnv } from '#modules/accounts'
import { ofProblem, openApi, problem } from '#platform/http/open-api.ts'
import type { PageCache } from '#platform/http/page-cache.ts'
import { factNames } from '../core/facts.ts'
import { givenIn } from '../finder/answers.ts'
import { catalogueFor } from '../finder/catalogue.ts'
import { find } from '../finder/find.ts'
import { OpenFinding, openFinding, OpenSupport, openSupport } from './open-data.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/api/v1/supports',
  operationId: 'listSupports',
  tags: ['Supports'],
  summary: 'The supports for further training of staff, as they stand today',
  responses: {
    200: {
      description: 'By id; also those that are closed or that nobody has verified, which `state` says',
      content: {
        'application/json': { schema: z.object({ supports: z.array(OpenSupport) }).openapi('SupportList') },
      },
    },
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/api/v1/supports/{id}',
  operationId: 'getSupport',
  tags: ['Supports'],
  summary: 'One support',
  request: { params: z.object({ id: z.string().regex(/^[a-z0-9-]{1,80}$/, 'id must be a support’s id') }) },
  responses: {
    200: { description: 'The support', content: { 'application/json': { schema: OpenSupport } } },
    400: ofProblem('The id cannot be one'),
    404: ofProblem('There is no such support'),
  },
})

/** Each question is a parameter; what can be answered to it is told in the answer, for it is the network's own. */
const FinderQuery = z.object(
  Object.fromEntries(factNames.map((name) => [name, z.string().max(40, `${name} is too long`).optional()])),
)

const findRoute = createRoute({
  method: 'get',
  path: '/api/v1/support-finder',
  operationId: 'findSupports',
  tags: ['Supports'],
  summary: 'Which supports fit, which do not and why, and what to ask next',
  description:
    'The questions’ names and what can be answered are in `questions`; each is a parameter. What cannot be an answer is refused. Nothing is kept.',
  request: { query: FinderQuery },
  responses: {
    200: {
      description: 'What the answers say. Unknown is never yes',
      content: {
        'application/json': {
          schema: z
            .object({
              fits: z.array(OpenFinding),
              unknown: z.array(OpenFinding),
              refused: z.array(OpenFinding),
              notOpen: z.array(OpenFinding),
              next: z.string().nullable(),
              questions: z.record(z.string(), z.unknown()),
            })
            .openapi('SupportsFound'),
        },
      },
    },
    400: ofProblem('An answer cannot be one'),
  },
})

/** The open interface to the supports, for reading only. */
export function supportApi(cache: PageCache): OpenAPIHono<VisitEnv> {
  const api = openApi<VisitEnv>()

  api.openapi(listRoute, async (c) => {
    const { all, setting } = await catalogueFor(c.get('visit'), cache)
    return c.json({ supports: all.map(({ support }) => openSupport(support, setting)) }, 200)
  })
  api.openapi(oneRoute, async (c) => {
    const { all, setting } = await catalogueFor(c.get('visit'), cache)
    const one = all.find(({ support }) => support.id === c.req.valid('param').id)
    return one
      ? c.json(openSupport(one.support, setting), 200)
      : problem(c, 404, 'There is no support of that id.')
  })
  api.openapi(findRoute, async (c) => {
    const known = await catalogueFor(c.get('visit'), cache)
    const { facts } = known.setting
    const { answers, errors, skipped } = givenIn(new URL(c.req.url).searchParams, facts)
    const wrong = Object.entries(errors).map(([name, fault]) => `${name}: ${fault}`)
    if (wrong.length > 0) return problem(c, 400, wrong.join('; '))
    const { fits, open, refused, shut, next } = find(known, answers, { skipped })
    return c.json(
      {
        fits: fits.map(openFinding),
        unknown: open.map(openFinding),
        refused: refused.map(openFinding),
        notOpen: shut.map(openFinding),
        next,
        questions: { ...facts },
      },
      200,
    )
  })
  return api
}
