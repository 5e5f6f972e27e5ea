import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { live } from '../core/framework.ts'
import { frameworkOf } from '../framework-store.ts'
import { cellGrid, type GridPart } from '../store.ts'
import { OpenCell, openCell, OpenIntervention, openIntervention } from './open-data.ts'

/** A refusal that a program can read, by RFC 9457. */
const Problem = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string().openapi({ example: 'Not Found' }),
    status: z.number().int().openapi({ example: 404 }),
    detail: z.string().openapi({ example: 'There is no municipality "0000" in the network.' }),
  })
  .openapi('Problem')

const ofProblem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

const interventionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/interventions',
  operationId: 'listInterventions',
  tags: ['Programme'],
  summary: 'The interventions that count now, with area, goal and the indicators they should move',
  responses: {
    200: {
      description: 'In the order of their numbers',
      content: {
        'application/json': {
          schema: z
            .object({
              isProposal: z
                .boolean()
                .openapi({ description: 'Whether the programme is only proposed, not adopted' }),
              interventions: z.array(OpenIntervention),
            })
            .openapi('InterventionList'),
        },
      },
    },
  },
})

const cellsRoute = createRoute({
  method: 'get',
  path: '/api/v1/cells',
  operationId: 'listCells',
  tags: ['Programme'],
  summary: 'The matrix: what each municipality says of each intervention',
  request: {
    query: z.object({
      municipality: z
        .string()
        .regex(/^[\w-]{1,40}$/, 'municipality must be a code')
        .optional()
        .openapi({ example: '1440', description: 'Only this municipality, by its code' }),
      intervention: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'intervention must be an id')
        .optional()
        .openapi({
          example: 'fortbilda-anstallda',
          description: 'Only this intervention; a retired one too',
        }),
    }),
  },
  responses: {
    200: {
      description: 'Intervention by intervention, within each the municipalities by Swedish name',
      content: { 'application/json': { schema: z.object({ cells: z.array(OpenCell) }).openapi('CellList') } },
    },
    400: ofProblem('A parameter cannot be what it is meant to be'),
    404: ofProblem('There is no such municipality or intervention'),
  },
})

const problemType = { 'Content-Type': 'application/problem+json' }

/** The open interface to the programme: interventions and cells, for reading only, without anybody's name. */
export function programmeApi(): OpenAPIHono<VisitEnv> {
  const api = new OpenAPIHono<VisitEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const detail = result.error.issues.map((issue) => issue.message).join('; ')
      return c.json({ type: 'about:blank', title: 'Bad Request', status: 400, detail }, 400, problemType)
    },
  })
  for (const { path } of [interventionsRoute, cellsRoute]) api.use(path, etag())

  api.openapi(interventionsRoute, async (c) => {
    const framework = await inTransaction(c.get('visit'), frameworkOf)
    const interventions = live(framework.interventions).map((one) => openIntervention(one, framework))
    return c.json({ isProposal: framework.programme?.isProposal ?? false, interventions }, 200)
  })

  api.openapi(cellsRoute, async (c) => {
    const { municipality, intervention } = c.req.valid('query')
    const part: GridPart = { ...(municipality && { municipality }), ...(intervention && { intervention }) }
    const { entries } = await inTransaction(c.get('visit'), (tx) => cellGrid(tx, part))
    if (entries.length > 0 || (!municipality && !intervention))
      return c.json({ cells: entries.map(openCell) }, 200)
    const detail = `There is no such cell: municipality ${municipality ?? 'any'}, intervention ${intervention ?? 'any'}.`
    return c.json({ type: 'about:blank', title: 'Not Found', status: 404, detail }, 404, problemType)
  })

  return api
}
