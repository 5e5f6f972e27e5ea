import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { AsKnown, ofProblem, openApi } from '#platform/http/open-api.ts'
import { dayOf } from '#platform/values/dates.ts'
import { adoptedOn } from '../reads.ts'
import { adoptionsOf } from '../store.ts'
import { OpenAdoption, openAdoption, OpenStanding, openStandings } from './open-data.ts'

const adoptionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/adoptions',
  operationId: 'listAdoptions',
  tags: ['Adopted programmes'],
  summary: 'What each municipality has adopted, every version of it',
  request: { query: AsKnown },
  responses: {
    400: ofProblem('The day is no day'),
    200: {
      description: 'Municipality by municipality, the first version first',
      content: {
        'application/json': {
          schema: z.object({ adoptions: z.array(OpenAdoption) }).openapi('AdoptionList'),
        },
      },
    },
  },
})

const standingsRoute = createRoute({
  method: 'get',
  path: '/api/v1/adopted-interventions',
  operationId: 'listAdoptedInterventions',
  tags: ['Adopted programmes'],
  summary: 'Which of the shared interventions stood in which adopted programme on a day',
  request: {
    query: AsKnown.extend({
      day: z.iso.date('a day is written 2025-03-01').optional().openapi({
        description:
          'The day on which the programmes were in force; today where it is left out. What was decided on or before it and followed by no other is in force.',
        example: '2025-03-01',
      }),
    }),
  },
  responses: {
    400: ofProblem('The day is no day'),
    200: {
      description: 'Intervention by intervention, within each the municipalities by Swedish name',
      content: {
        'application/json': {
          schema: z
            .object({ day: z.iso.date(), interventions: z.array(OpenStanding) })
            .openapi('AdoptedInterventionList'),
        },
      },
    },
  },
})

/** The open interface to the adopted programmes, for reading only, without anybody's name. */
export function adoptionApi(): OpenAPIHono<VisitEnv> {
  const api = openApi<VisitEnv>()

  api.openapi(adoptionsRoute, async (c) => {
    const adoptions = await inTransaction(c.get('visit'), (tx) => adoptionsOf(tx))
    return c.json({ adoptions: adoptions.map(openAdoption) }, 200)
  })

  api.openapi(standingsRoute, async (c) => {
    const visit = c.get('visit')
    const day = c.req.valid('query').day ?? dayOf(visit.now)
    const grid = await adoptedOn(visit, day)
    return c.json({ day, interventions: openStandings(grid) }, 200)
  })

  return api
}
