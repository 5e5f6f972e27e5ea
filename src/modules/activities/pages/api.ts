import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { vocabularyOf } from '#modules/programme'
import { AsKnown, ofProblem, openApi } from '#platform/http/open-api.ts'
import { statuses } from '../core/activity.ts'
import { allEvidence } from '../evidence-store.ts'
import { activitiesIn, type ActivityPart } from '../store.ts'
import { OpenActivity, openActivity } from './open-data.ts'

const activitiesRoute = createRoute({
  method: 'get',
  path: '/api/v1/activities',
  operationId: 'listActivities',
  tags: ['Programme'],
  summary: 'What the municipalities do under the interventions, and what shows it',
  request: {
    query: AsKnown.extend({
      municipality: z
        .string()
        .regex(/^[\w-]{1,40}$/, 'municipality must be a code')
        .optional()
        .openapi({
          example: '1440',
          description: 'Only what this municipality leads or joins in, by its code',
        }),
      intervention: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'intervention must be an id')
        .optional()
        .openapi({ example: 'fortbilda-anstallda', description: 'Only under this intervention' }),
      status: z.enum(statuses, 'status is none of those there are').optional(),
    }),
  },
  responses: {
    200: {
      description: 'Intervention by intervention, within each by Swedish title; none is an empty list',
      content: {
        'application/json': {
          schema: z.object({ activities: z.array(OpenActivity) }).openapi('ActivityList'),
        },
      },
    },
    400: ofProblem('A parameter cannot be what it is meant to be'),
  },
})

/** The open interface to the activities, for reading only. */
export function activityApi(): OpenAPIHono<VisitEnv> {
  const api = openApi<VisitEnv>()
  api.openapi(activitiesRoute, async (c) => {
    const { municipality, intervention, status } = c.req.valid('query')
    const part: ActivityPart = {
      ...(municipality && { municipality }),
      ...(intervention && { intervention }),
    }
    const shown = await inTransaction(c.get('visit'), async (tx) => ({
      activities: await activitiesIn(tx, part),
      evidence: await allEvidence(tx),
      vocabulary: await vocabularyOf(tx),
    }))
    const wanted = shown.activities.filter((one) => status === undefined || one.status === status)
    const activities = wanted.map((one) =>
      openActivity(one, shown.evidence.get(one.id) ?? [], shown.vocabulary),
    )
    return c.json({ activities }, 200)
  })
  return api
}
