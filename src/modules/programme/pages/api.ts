import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { AsKnown, ofProblem, openApi, problem } from '#platform/http/open-api.ts'
import { live } from '../core/framework.ts'
import { frameworkOf, vocabularyOf } from '../framework-store.ts'
import { cellGrid, type GridPart } from '../store.ts'
import {
  OpenCell,
  openCell,
  OpenIntervention,
  openIntervention,
  OpenStatus,
  openStatus,
} from './open-data.ts'

const interventionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/interventions',
  operationId: 'listInterventions',
  tags: ['Programme'],
  summary: 'The interventions that count now, with area, goal and the indicators they should move',
  request: { query: AsKnown },
  responses: {
    400: ofProblem('The day is no day'),
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

const statusesRoute = createRoute({
  method: 'get',
  path: '/api/v1/statuses',
  operationId: 'listStatuses',
  tags: ['Programme'],
  summary: 'What the network calls how something stands, and what it means by it',
  request: { query: AsKnown },
  responses: {
    400: ofProblem('The day is no day'),
    200: {
      description: 'In the network’s order, also those that are not used any more',
      content: {
        'application/json': { schema: z.object({ statuses: z.array(OpenStatus) }).openapi('StatusList') },
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
    query: AsKnown.extend({
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

/** The open interface to the programme: interventions and cells, for reading only, without anybody's name. */
export function programmeApi(): OpenAPIHono<VisitEnv> {
  const api = openApi<VisitEnv>()

  api.openapi(interventionsRoute, async (c) => {
    const framework = await inTransaction(c.get('visit'), frameworkOf)
    const interventions = live(framework.interventions).map((one) => openIntervention(one, framework))
    return c.json({ isProposal: framework.programme?.isProposal ?? false, interventions }, 200)
  })

  api.openapi(statusesRoute, async (c) => {
    const { statuses } = await inTransaction(c.get('visit'), frameworkOf)
    return c.json({ statuses: statuses.map(openStatus) }, 200)
  })

  api.openapi(cellsRoute, async (c) => {
    const { municipality, intervention } = c.req.valid('query')
    const part: GridPart = { ...(municipality && { municipality }), ...(intervention && { intervention }) }
    const { entries, vocabulary } = await inTransaction(c.get('visit'), async (tx) => ({
      entries: (await cellGrid(tx, part)).entries,
      vocabulary: await vocabularyOf(tx),
    }))
    if (entries.length > 0 || (!municipality && !intervention))
      return c.json({ cells: entries.map((entry) => openCell(entry, vocabulary)) }, 200)
    const detail = `There is no such cell: municipality ${municipality ?? 'any'}, intervention ${intervention ?? 'any'}.`
    return problem(c, 404, detail)
  })

  return api
}
